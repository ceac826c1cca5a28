using System.Globalization;
using System.Xml.Linq;
using Slipway.Reporting.Data;

namespace Slipway.Reporting.Html;

/// <summary>Each benchmark's time by that of the base, with the interval that it lies in.</summary>
internal static class BenchmarkChart
{
    // Less would make noise look like news.
    private const double LeastReach = 1.1;

    public static XElement? Of(IReadOnlyList<BenchmarkRatio> benchmarks)
    {
        if (benchmarks.Count == 0)
            return null;
        // Twice as slow and twice as fast are equally far from the middle.
        var reach = Math.Log(benchmarks.Aggregate(LeastReach, (most, one) => Math.Max(most, Math.Max(Far(one.Low), Far(one.High)))));
        return Chart.Of(
            "benchmarks",
            "Benchmarks",
            "Time of the change by that of its base: left of the line is faster, right of it slower",
            ["benchmark", "", "ratio", "verdict"],
            benchmarks.OrderByDescending(one => one.Ratio).ThenBy(one => one.Name, StringComparer.Ordinal).Select(one => Chart.Row(
                new object[] { one.Name, Tag.Styled("small", "place", $" {TimeText.OfNanoseconds(one.BaseNs)} → {TimeText.OfNanoseconds(one.HeadNs)}") },
                Bars.Interval(Range(one), At(one.Low), At(one.Ratio), At(one.High), 0.5, StyleOf(one)),
                string.Create(CultureInfo.InvariantCulture, $"{one.Ratio:0.000}"),
                one.Verdict)));

        double At(double ratio) => ratio > 0 ? 0.5 + (Math.Log(ratio) / reach / 2.1) : 0;
    }

    private static double Far(double ratio) => ratio > 0 && double.IsFinite(ratio) ? Math.Max(ratio, 1 / ratio) : 1;

    private static string Range(BenchmarkRatio one) =>
        string.Create(CultureInfo.InvariantCulture, $"{one.Name}: {one.Ratio:0.000}, between {one.Low:0.000} and {one.High:0.000}");

    private static string StyleOf(BenchmarkRatio one) => one.Low > 1 ? "bad" : one.High < 1 ? "good" : "plain";
}
