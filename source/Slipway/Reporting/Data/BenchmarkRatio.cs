namespace Slipway.Reporting.Data;

/// <summary>One benchmark of the change against the same of its base, as <c>benchmarks.json</c> has it.</summary>
/// <param name="Ratio">The time of the change by that of the base: above 1 is slower.</param>
/// <param name="Low">Where the ratio's interval begins.</param>
/// <param name="High">Where it ends.</param>
public sealed record BenchmarkRatio(
    string Name,
    double BaseNs,
    double HeadNs,
    double Ratio,
    double Low,
    double High,
    string Verdict);
