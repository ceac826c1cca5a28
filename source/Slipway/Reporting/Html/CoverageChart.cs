using System.Globalization;
using System.Xml.Linq;
using Slipway.Html;
using Slipway.Reporting.Data;

namespace Slipway.Reporting.Html;

/// <summary>How much of each file the tests run; the files that lack most come first.</summary>
internal static class CoverageChart
{
    private const int MostFiles = 50;
    private const int MostRanges = 12;

    public static XElement? Of(IReadOnlyList<CoverageOfFile> files)
    {
        if (files.Count == 0)
            return null;
        var (covered, total) = (files.Sum(file => file.Lines.Covered), files.Sum(file => file.Lines.Total));
        var sorted = files.OrderBy(file => file.Lines.Share).ThenBy(file => file.Path, StringComparer.Ordinal).ToList();
        var rest = sorted.Skip(MostFiles).ToList();
        var rows = sorted.Take(MostFiles).Select(file => Row(Name(file), file.Lines)).ToList();
        if (rest.Count > 0)
            rows.Add(Row(string.Create(CultureInfo.InvariantCulture, $"{rest.Count} more files"), new CoveredLines(rest.Sum(file => file.Lines.Covered), rest.Sum(file => file.Lines.Total))));
        rows.Add(Row("all files", new CoveredLines(covered, total)));
        return Chart.Of("coverage", "Coverage", "Lines that the tests run, by file", ["file", "", "share", "lines"], rows);
    }

    private static XElement Row(object name, CoveredLines lines)
    {
        var share = string.Create(CultureInfo.InvariantCulture, $"{Math.Floor(lines.Share * 1000) / 10:0.0} %");
        var count = string.Create(CultureInfo.InvariantCulture, $"{lines.Covered} of {lines.Total}");
        return Chart.Row(name, Bars.Bar($"{share}: {count} lines", lines.Share, lines.Share >= 1 ? "good" : "plain"), share, count);
    }

    private static object[] Name(CoverageOfFile file)
    {
        var missed = file.Missed ?? [];
        return missed.Count == 0
            ? [Tag.Code(file.Path)]
            : [Tag.Code(file.Path), Tag.Styled("small", "place", $" not run: {string.Join(", ", missed.Take(MostRanges))}{(missed.Count > MostRanges ? ", …" : "")}")];
    }
}
