namespace Slipway.Analysis.Alerts;

/// <summary>An open alert of GitHub's code scanning.</summary>
/// <param name="Severity">critical, high, medium or low; null is no matter of security.</param>
/// <param name="File">Path below the repository.</param>
/// <param name="Link">Where to read it and to dismiss it.</param>
public sealed record CodeScanningAlert(long Number, string Rule, string? Severity, string Message, string? File, int? Line, string? Link)
{
    public bool IsSevere => Severity is "critical" or "high";
}
