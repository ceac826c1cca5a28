namespace Slipway.Reporting;

/// <summary>What code scanning shows of a rule.</summary>
/// <param name="Link">Where to read more.</param>
/// <param name="Severity">From 0.1 to 10.0; null is no matter of security.</param>
public sealed record SarifRule(string Description, string? Link = null, double? Severity = null);
