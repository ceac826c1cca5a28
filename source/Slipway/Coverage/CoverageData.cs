using Slipway.Cargo.Testing;

namespace Slipway.Coverage;

/// <summary>What the tests of a workspace execute.</summary>
/// <param name="Provider">The tool that measured it, with its version.</param>
/// <param name="HasRegions">Whether the tool tells regions and functions beside lines.</param>
/// <param name="Files">Sorted by path.</param>
/// <param name="FailedTests">What failed meanwhile: then the figures mean little.</param>
/// <param name="Lost">Processes that ended without leaving their counts.</param>
public sealed record CoverageData(
    string Provider,
    bool HasRegions,
    IReadOnlyList<FileCoverage> Files,
    IReadOnlyList<TestGroup> FailedTests,
    int Lost = 0)
{
    public Tally Lines { get; } = Tally.Sum(Files.Select(file => file.LineTally));

    public Tally Regions { get; } = Tally.Sum(Files.Select(file => file.RegionTally));

    public Tally Functions { get; } = Tally.Sum(Files.Select(file => file.FunctionTally));

    public FileCoverage? Find(string path) => Files.FirstOrDefault(file => string.Equals(file.Path, path, StringComparison.Ordinal));
}
