namespace Slipway.Reporting.Data;

/// <summary>What the page shows of <c>benchmarks.json</c>.</summary>
internal sealed record BenchmarkData(int Version, IReadOnlyList<BenchmarkRatio> Benchmarks) : IReportData;

/// <summary>One benchmark of the change beside that of its base; times are nanoseconds.</summary>
/// <param name="Outcome">Such as <c>slower</c> or <c>sameWork</c>.</param>
/// <param name="Base">Null when it is new.</param>
/// <param name="Head">Null when it is gone.</param>
/// <param name="Ratio">Head by base: above 1 is slower.</param>
/// <param name="Lower">Where the ratio may begin.</param>
/// <param name="Upper">Where it may end.</param>
public sealed record BenchmarkRatio(
    string Name,
    string Outcome,
    double? Base = null,
    double? Head = null,
    double? Ratio = null,
    double? Lower = null,
    double? Upper = null);
