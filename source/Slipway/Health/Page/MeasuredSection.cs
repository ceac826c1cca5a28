using System.Xml.Linq;
using Slipway.History;
using Slipway.Html;

namespace Slipway.Health.Page;

/// <summary>What gates measured over time: sizes, coverage, benchmarks.</summary>
internal static class MeasuredSection
{
    private const double Height = 32;
    private const int Most = 60;

    // The line stays clear of the edges.
    private const double Margin = 0.1;

    public static XElement? Of(DashboardContent content) => content.Measured.Count == 0 ? null : Chart.Of(
        "measured",
        "Sizes, coverage and benchmarks",
        "Measured on the default branch by runs of this machine; each drawing has its own scale",
        ["figure", "", "last", "first", "lowest", "highest"],
        content.Measured.Take(Most).Select(trend => Chart.Row(
            new object?[] { TextCut.Of(trend.Name), Tag.Styled("small", "place", trend.Gate) },
            Draw(content.Report, trend),
            Text(trend.Points[^1].Value, trend.Unit),
            Text(trend.Points[0].Value, trend.Unit),
            Text(trend.Points.Min(x => x.Value), trend.Unit),
            Text(trend.Points.Max(x => x.Value), trend.Unit))));

    private static XElement Draw(HealthReport report, FigureTrend trend)
    {
        var (low, high) = (trend.Points.Min(x => x.Value), trend.Points.Max(x => x.Value));
        double Share(double value) => high > low ? Margin + (1 - 2 * Margin) * (value - low) / (high - low) : 1.0 / 2;
        return Series.Line(trend.Name, Height, [.. trend.Points.Select(x => ((x.Started - report.From) / (report.To - report.From), Share(x.Value)))]);
    }

    private static string Text(double value, string unit) => $"{PageText.Number(value)} {unit}";
}
