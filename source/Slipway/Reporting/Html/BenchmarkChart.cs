using System.Globalization;
using System.Xml.Linq;
using Slipway.Html;
using Slipway.Reporting.Data;

namespace Slipway.Reporting.Html;

/// <summary>Each benchmark's time by that of the base, with the interval that it lies in.</summary>
internal static class BenchmarkChart
{
    // Less would make noise look like news.
    private const double LeastReach = 1.1;

    // Longer than any that there is.
    private const int LongestOutcome = 20;

    // The ends of the scale stay clear of the edges.
    private const double Margin = 1.05;

    public static XElement? Of(IReadOnlyList<BenchmarkRatio> benchmarks)
    {
        if (benchmarks.Count == 0)
            return null;
        // Twice as slow and twice as fast are equally far from the middle.
        var reach = Math.Log(benchmarks.SelectMany(Ends).Aggregate(LeastReach, (most, ratio) => Math.Max(most, Math.Max(ratio, 1 / ratio)))) * Margin;
        return Chart.Of(
            "benchmarks",
            "Benchmarks",
            "Time of the change by that of its base: left of the line is faster, right of it slower",
            ["benchmark", "", "ratio", "outcome"],
            benchmarks.OrderByDescending(one => one.Ratio ?? 0).ThenBy(one => one.Name, StringComparer.Ordinal).Select(one => Chart.Row(
                new object[] { one.Name, Tag.Styled("small", "place", " " + Times(one)) },
                Draw(one, reach),
                one.Ratio is { } ratio ? string.Create(CultureInfo.InvariantCulture, $"{ratio:0.000}") : "–",
                one.Outcome[..Math.Min(one.Outcome.Length, LongestOutcome)])));
    }

    private static object? Draw(BenchmarkRatio one, double reach)
    {
        if (one.Ratio is not { } ratio || !(ratio > 0))
            return null;
        var (low, high) = (one.Lower ?? ratio, one.Upper ?? ratio);
        var style = low > 1 ? "bad" : high < 1 ? "good" : "plain";
        return Bars.Interval(
            string.Create(CultureInfo.InvariantCulture, $"{ratio:0.000}, between {low:0.000} and {high:0.000}"),
            At(low),
            At(ratio),
            At(high),
            style,
            limit: At(1));

        double At(double value) => 0.5 + (Math.Log(Math.Max(value, double.Epsilon)) / reach / 2);
    }

    private static IEnumerable<double> Ends(BenchmarkRatio one) =>
        new[] { one.Lower, one.Ratio, one.Upper }.OfType<double>().Where(ratio => ratio > 0 && double.IsFinite(ratio));

    private static string Times(BenchmarkRatio one) => string.Join(
        " → ",
        new[] { one.Base, one.Head }.Select(time => time is { } known ? TimeText.OfNanoseconds(known) : "none"));
}
