using System.Globalization;
using System.Xml.Linq;
using Slipway.Cargo.Testing;
using Slipway.Html;

namespace Slipway.Reporting.Html;

/// <summary>What failed tests wrote, and which tests take longest or fail sometimes.</summary>
internal static class TestSections
{
    private const int MostFailures = 100;
    private const int MostSlow = 10;
    private const int MostFlaky = 10;

    public static XElement? Failures(IReadOnlyList<TestSuiteResult> suites)
    {
        var failures = (
            from suite in suites
            from part in suite.Groups
            from failure in OutputsOf(part)
            select Tag.Of(
                "details",
                Tag.Of("summary", Tag.Of("h3", failure.Name), " ", Tag.Styled("span", "reason", Place(suite, part))),
                Tag.Of("pre", Tag.Attribute("tabindex", "0"), TextCut.EndOf(failure.Output.Trim('\r', '\n'))))).ToList();
        if (failures.Count == 0)
            return null;
        var rest = failures.Count - MostFailures;
        return Section.Of(
            "outputs",
            "What failed tests wrote",
            failures.Take(MostFailures),
            rest > 0 ? Tag.Styled("p", "rest", string.Create(CultureInfo.InvariantCulture, $"and {rest} more, in junit.xml")) : null);
    }

    public static XElement? Slowest(IReadOnlyList<TestSuiteResult> suites)
    {
        var tests = (
            from suite in suites
            from part in suite.Groups
            from test in part.Cases
            where test.Duration is not null
            orderby test.Duration descending, test.Name
            select (test.Name, Place: Place(suite, part), Duration: test.Duration!.Value)).Take(MostSlow).ToList();
        if (tests.Count == 0)
            return null;
        var longest = tests[0].Duration;
        return Chart.Of("slowest", "Slowest tests", "The tests that take longest", ["test", "", "time"], tests.Select(test => Chart.Row(
            new object[] { test.Name, Tag.Styled("small", "place", " " + test.Place) },
            Bars.Bar(TimeText.Of(test.Duration), longest > TimeSpan.Zero ? test.Duration / longest : 0, "plain"),
            TimeText.Of(test.Duration))));
    }

    public static XElement? Flakiest(IReadOnlyList<FlakyRate> rates)
    {
        // Of two that failed as often, the one is surer that ran more often. What cannot be is of somebody else's making.
        var tests = rates
            .Where(rate => rate.Failures > 0 && rate.Failures <= rate.Runs)
            .OrderByDescending(rate => rate.Interval.Lower)
            .ThenBy(rate => rate.Test, StringComparer.Ordinal)
            .Take(MostFlaky)
            .ToList();
        if (tests.Count == 0)
            return null;
        var most = tests.Max(rate => rate.Interval.Upper);
        return Chart.Of(
            "flakiest",
            "Flakiest tests",
            "How often tests fail on code that they pass on, and between which rates the true one lies at 95 %",
            ["test", "", "rate", "95 %", "failed"],
            tests.Select(rate => Row(rate, most)));
    }

    private static XElement Row(FlakyRate rate, double most)
    {
        var (share, interval) = ((double)rate.Failures / rate.Runs, rate.Interval);
        var (middle, range) = (
            string.Create(CultureInfo.InvariantCulture, $"{100 * share:0.#} %"),
            string.Create(CultureInfo.InvariantCulture, $"{100 * interval.Lower:0.#} to {100 * interval.Upper:0.#} %"));
        var place = string.Join(' ', new[] { rate.Suite, rate.Package, rate.Group }.Where(text => text.Length > 0));
        return Chart.Row(
            new object[] { rate.Test, Tag.Styled("small", "place", " " + place) },
            Bars.Interval($"{middle} (95 %: {range})", interval.Lower / most, share / most, interval.Upper / most, "bad", limit: null),
            middle,
            range,
            string.Create(CultureInfo.InvariantCulture, $"{rate.Failures} of {rate.Runs}"));
    }

    private static IEnumerable<(string Name, string Output)> OutputsOf(TestGroup part)
    {
        foreach (var test in part.Cases.Where(test => test.IsFailure && !string.IsNullOrWhiteSpace(test.Output)))
            yield return (test.Name, test.Output!);
        if (!part.Succeeded && !string.IsNullOrWhiteSpace(part.Output))
            yield return (part.Name, part.Output);
    }

    private static string Place(TestSuiteResult suite, TestGroup part) =>
        string.Join(' ', new[] { suite.Name, part.Package, part.Name, suite.Leg is null ? "" : $"({suite.Leg})" }.Where(text => text.Length > 0));
}
