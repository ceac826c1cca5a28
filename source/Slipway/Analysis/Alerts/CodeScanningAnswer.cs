namespace Slipway.Analysis.Alerts;

/// <summary>What GitHub's code scanning says of the default branch.</summary>
/// <param name="Problem">Why it says nothing; null when it was asked and has answered.</param>
public sealed record CodeScanningAnswer(IReadOnlyList<CodeScanningAlert> Alerts, string? Problem)
{
    public static CodeScanningAnswer Without(string problem) => new([], problem);
}
