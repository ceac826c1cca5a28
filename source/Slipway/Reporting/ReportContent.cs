using Slipway.Cargo.Testing;
using Slipway.Gates;
using Slipway.Reporting.Data;

namespace Slipway.Reporting;

/// <summary>Everything that a report shows; what no stage has measured is empty.</summary>
/// <param name="Problems">What could not be read, as sentences.</param>
public sealed record ReportContent(
    GateReport Gates,
    IReadOnlyList<TestSuiteResult> Suites,
    IReadOnlyList<CoverageOfFile> Coverage,
    IReadOnlyList<BenchmarkRatio> Benchmarks,
    IReadOnlyList<SizeOfProgram> Sizes,
    IReadOnlyList<FlakyRate> Flaky,
    IReadOnlyList<string> Problems)
{
    /// <summary>
    /// The names of the files that stages leave for it, beside those of gates and suites; those with a * are of one leg of a
    /// job's matrix each, or of none.
    /// </summary>
    public static IReadOnlyList<string> DataFiles { get; } = [CoverageFile, BenchmarksFile, ReportFileName.Pattern(SizeData.Name), ReportFileName.Pattern(FlakyData.Name)];

    private const string CoverageFile = "coverage.json";
    private const string BenchmarksFile = "benchmarks.json";

    internal static async Task<ReportContent> GatherAsync(
        string folder,
        GateReport gates,
        IReadOnlyList<TestSuiteResult> suites,
        CancellationToken cancellationToken)
    {
        var reader = new ReportDataReader(folder);
        var coverage = await reader.ReadAsync<CoverageData>(CoverageFile, cancellationToken);
        var benchmarks = await reader.ReadAsync<BenchmarkData>(BenchmarksFile, cancellationToken);
        var sizes = await reader.ReadAllAsync<SizeData>(SizeData.Name, cancellationToken);
        var flaky = await reader.ReadAllAsync<FlakyData>(FlakyData.Name, cancellationToken);
        return new ReportContent(
            gates,
            suites,
            coverage?.Files ?? [],
            benchmarks?.Benchmarks ?? [],
            [.. sizes.SelectMany(data => data.Programs)],
            FlakyData.Join(flaky),
            reader.Problems);
    }
}
