using System.Globalization;
using Slipway.Coverage;

namespace Slipway.Gates;

/// <summary>Where something is not executed, as findings.</summary>
internal sealed class CoveragePlaces(CoverageFacts facts, string root)
{
    private const int MostFiles = 10;
    private const int MostRanges = 8;

    public string? PathOf(string file) => Finding.PathBelow(root, Path.GetFullPath(file, facts.Workspace));

    public Finding Of(FindingSeverity severity, string file, LineRange range, string help) => new(
        severity,
        range.First == range.Last ? "No test executes this line" : $"No test executes lines {range}",
        PathOf(file),
        range.First,
        EndLine: range.Last,
        Help: help);

    /// <summary>The files with most lines that no test executes.</summary>
    public IEnumerable<Finding> WorstFiles(IEnumerable<FileCoverage> files, string help) => files
        .Where(file => file.MissedLines.Count > 0)
        .OrderByDescending(file => file.LineTally.Total - file.LineTally.Covered)
        .ThenBy(file => file.Path, StringComparer.Ordinal)
        .Take(MostFiles)
        .Select(file => new Finding(
            FindingSeverity.Error,
            string.Create(CultureInfo.InvariantCulture, $"No test executes {file.LineTally.Total - file.LineTally.Covered} of {file.LineTally.Total} lines: {Join(file.MissedLines)}"),
            PathOf(file.Path),
            file.MissedLines[0].First,
            Help: help));

    private static string Join(IReadOnlyList<LineRange> ranges) =>
        string.Join(", ", ranges.Take(MostRanges)) + (ranges.Count > MostRanges ? ", …" : "");
}
