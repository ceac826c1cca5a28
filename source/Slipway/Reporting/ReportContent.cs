using Slipway.Cargo.Testing;
using Slipway.Gates;
using Slipway.Reporting.Data;

namespace Slipway.Reporting;

/// <summary>Everything that a report shows; what a stage did not measure is empty.</summary>
/// <param name="Problems">What could not be read, as sentences.</param>
public sealed record ReportContent(
    GateReport Gates,
    IReadOnlyList<TestSuiteResult> Suites,
    IReadOnlyList<FileCoverage> Coverage,
    IReadOnlyList<BenchmarkRatio> Benchmarks,
    IReadOnlyList<ProgramSections> Sizes,
    IReadOnlyList<string> Problems)
{
    public static ReportContent Of(GateReport gates, IReadOnlyList<TestSuiteResult> suites) => new(gates, suites, [], [], [], []);
}
