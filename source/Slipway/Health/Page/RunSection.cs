using System.Globalization;
using System.Xml.Linq;
using Slipway.History;
using Slipway.Html;

namespace Slipway.Health.Page;

/// <summary>The runs over time: how they ended, and how long they took.</summary>
internal static class RunSection
{
    private const double Height = 96;

    public static XElement? Of(DashboardContent content)
    {
        if (content.Facts.Runs.Count == 0)
            return null;
        var stretches = content.Facts.Runs.ToLookup(run => content.StretchOf(run.Started));
        var rows = Enumerable.Range(0, content.Division.Count).Select(index => Row.Of(content.StartOf(index), stretches[index])).ToList();
        var most = rows.Max(row => row.Total);
        var longest = rows.Max(row => row.Long ?? TimeSpan.Zero);
        return Section.Of(
            "runs",
            "Runs over time",
            Plot(
                $"How many runs passed (green, below), failed (red) and came to nothing (grey); {most.ToString(CultureInfo.InvariantCulture)} at most",
                Series.Columns("Runs", Height, [.. rows.Select(row => new[] { ((double)row.Passed / most, "good"), ((double)row.Failed / most, "bad"), ((double)row.Other / most, "before") })]),
                rows),
            longest == TimeSpan.Zero ? null : Plot(
                $"How long they took: the median, and above it, paler, what nine of ten keep within; {Durations.Of(longest)} at most",
                Series.Columns("Durations", Height, [.. rows.Select(row => new[] { ((row.Median ?? TimeSpan.Zero) / longest, "plain"), (((row.Long ?? TimeSpan.Zero) - (row.Median ?? TimeSpan.Zero)) / longest, "plain range") })]),
                rows),
            Tag.Of("details", Tag.Of("summary", "The same as a table"), Chart.Table(
                content.Division.Step == TimeSpan.FromDays(1) ? "Each day" : "Each week, by its first day",
                ["from", "", "passed", "failed", "others", "median", "90 %"],
                rows.Where(row => row.Total > 0).Select(row => Chart.Row(
                    PageText.Day(row.Start), null, PageText.Count(row.Passed), PageText.Count(row.Failed), PageText.Count(row.Other),
                    row.Median is { } median ? Durations.Of(median) : "–", row.Long is { } time ? Durations.Of(time) : "–")))));
    }

    private static XElement Plot(string caption, XElement drawing, List<Row> rows) => Tag.Of(
        "figure",
        Tag.Of("figcaption", caption),
        drawing,
        Tag.Styled("p", "axis", Tag.Of("span", PageText.Day(rows[0].Start)), Tag.Of("span", PageText.Day(rows[^1].Start))));

    private sealed record Row(DateTimeOffset Start, int Passed, int Failed, int Other, TimeSpan? Median, TimeSpan? Long)
    {
        public int Total => Passed + Failed + Other;

        public static Row Of(DateTimeOffset start, IEnumerable<RunFact> runs)
        {
            var all = runs.ToList();
            var judged = all.Where(run => run.Verdict is RunVerdict.Pass or RunVerdict.Fail).ToList();
            var passed = judged.Count(run => run.Verdict == RunVerdict.Pass);
            return new Row(start, passed, judged.Count - passed, all.Count - judged.Count, NearestRank.Of(judged.Select(run => run.Duration), 50), NearestRank.Of(judged.Select(run => run.Duration), 90));
        }
    }
}
