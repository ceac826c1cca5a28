using System.Globalization;
using System.Xml.Linq;
using Slipway.Cargo.Testing;
using Slipway.Html;

namespace Slipway.Health.Page;

/// <summary>Tests that failed on code on which they pass, and when.</summary>
internal static class FlakySection
{
    private const double Height = 24;
    private const int Most = 30;

    public static XElement? Of(DashboardContent content)
    {
        var flaky = HealthMetrics.Flakiest(content.Facts.Tests).ToList();
        return flaky.Count == 0 ? null : Chart.Of(
            "flaky",
            "Flaky tests",
            string.Create(CultureInfo.InvariantCulture, $"{(flaky.Count > Most ? $"The {Most} worst of {flaky.Count}" : "The worst first")}: how many first attempts failed (red) and passed, over time, on code that the test passes on"),
            ["test", "", "failed", "rate", "95 %"],
            flaky.Take(Most).Select(test =>
            {
                var most = test.Trend.Select(x => x.Runs).DefaultIfEmpty().Max();
                var interval = WilsonInterval.Of(test.Failures, test.Runs);
                return Chart.Row(
                    new object?[] { TextCut.Of(test.Name), Tag.Styled("small", "place", $"{test.Package}, {test.Suite}") },
                    most == 0 ? null : Series.Columns(test.Name, Height, [.. test.Trend.Select(x => new[] { ((double)x.Failures / most, "bad"), ((double)(x.Runs - x.Failures) / most, "before") })]),
                    string.Create(CultureInfo.InvariantCulture, $"{test.Failures} of {test.Runs}"),
                    FigureValue.Of((double)test.Failures / test.Runs, FigureUnit.Share),
                    string.Create(CultureInfo.InvariantCulture, $"{100 * interval.Lower:0.#} to {100 * interval.Upper:0.#} %"));
            }));
    }
}
