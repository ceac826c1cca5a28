namespace Slipway.Reporting.Data;

/// <summary>How much of a file the tests run, as <c>coverage.json</c> has it.</summary>
/// <param name="Path">Below the repository's root, with slashes.</param>
/// <param name="Missed">The first and the last line of each run of lines that no test runs.</param>
public sealed record FileCoverage(
    string Path,
    CoverageCount Lines,
    CoverageCount? Regions = null,
    CoverageCount? Functions = null,
    IReadOnlyList<IReadOnlyList<int>>? Missed = null);

public sealed record CoverageCount(long Covered, long Total)
{
    /// <summary>From 0 to 1; what has nothing to cover is covered.</summary>
    public double Share => Total == 0 ? 1 : (double)Covered / Total;
}
