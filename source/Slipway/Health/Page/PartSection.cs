using System.Collections.Immutable;
using System.Globalization;
using System.Xml.Linq;
using Slipway.Html;

namespace Slipway.Health.Page;

/// <summary>Where the time goes, and what fails: stages, jobs and targets.</summary>
internal static class PartSection
{
    private const double Height = 24;
    private const int Most = 40;

    public static XElement? Of(DashboardContent content)
    {
        var facts = content.Facts;
        if (facts.Parts.Count == 0)
            return null;
        var slowest = HealthMetrics.Slowest(facts.Parts).Take(Most).ToList();
        return Section.Of(
            "parts",
            "Stages and jobs",
            facts.Stages.Count == 0 ? null : Chart.Table("The work of each stage in a run, over time", ["stage", "", "median", "90 %", "runs"], facts.Stages.Select(stage => Chart.Row(
                stage.Name, Trend(stage.Name, stage.Trend), Durations.Of(stage.Median), Durations.Of(stage.NinetiethPercentile), PageText.Count(stage.Runs)))),
            Chart.Table(
                facts.Parts.Count > Most ? string.Create(CultureInfo.InvariantCulture, $"The {Most} slowest of {facts.Parts.Count}, over time") : "The slowest first, over time",
                ["name", "", "median", "90 %", "waited", "failed"],
                slowest.Select(part => Chart.Row(
                    new object?[] { TextCut.Of(part.Name), part.Stage is { } stage ? Tag.Styled("small", "place", stage) : null },
                    Trend(part.Name, part.Trend),
                    Durations.Of(part.Median),
                    Durations.Of(part.NinetiethPercentile),
                    part.Queue is { } queue ? Durations.Of(queue) : "–",
                    string.Create(CultureInfo.InvariantCulture, $"{part.Failures} of {part.Runs}")))));
    }

    private static XElement? Trend(string name, ImmutableArray<TimeSpan?> trend)
    {
        var longest = trend.Select(x => x ?? TimeSpan.Zero).DefaultIfEmpty().Max();
        return longest == TimeSpan.Zero ? null : Series.Columns(
            $"{name}: medians, {Durations.Of(longest)} at most", Height, [.. trend.Select(x => new[] { ((x ?? TimeSpan.Zero) / longest, "plain") })]);
    }
}
