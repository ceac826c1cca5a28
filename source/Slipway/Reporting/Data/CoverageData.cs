namespace Slipway.Reporting.Data;

/// <summary>What the page shows of <c>coverage.json</c>.</summary>
internal sealed record CoverageData(int Version, IReadOnlyList<CoverageOfFile> Files) : IReportData;

/// <param name="Path">Below the repository's root, with slashes.</param>
/// <param name="Missed">Lines that no test runs, as ranges such as <c>3-5</c>.</param>
public sealed record CoverageOfFile(string Path, CoveredLines Lines, IReadOnlyList<string>? Missed = null);

public sealed record CoveredLines(long Covered, long Total)
{
    /// <summary>From 0 to 1; where there is nothing to cover, all of it is.</summary>
    public double Share => Total == 0 ? 1 : (double)Covered / Total;
}
