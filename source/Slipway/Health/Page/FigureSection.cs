using System.Xml.Linq;
using Slipway.Html;

namespace Slipway.Health.Page;

/// <summary>The figures, beside their targets and what they were before.</summary>
internal static class FigureSection
{
    // A bar's end, when the limit stands in its middle.
    private const double Reach = 2;

    public static XElement Of(HealthReport report) => Chart.Of(
        "figures",
        "Figures",
        "The line is the target; before is the time of the same length before this one",
        ["figure", "", "value", "target", "before"],
        report.Figures.Select(figure => Chart.Row(
            new object?[] { Sign(figure), figure.Name, figure.Evidence.Length > 0 ? Tag.Styled("small", "place", figure.Evidence) : null },
            Draw(figure),
            figure.Value is { } value ? FigureValue.Of(value, figure.Unit) : "not known",
            figure.Target is null ? "none" : FigureValue.Target(figure),
            figure.Before is { } before ? FigureValue.Of(before, figure.Unit) : "not known")));

    private static XElement? Sign(Figure figure) => figure.Verdict switch
    {
        FigureVerdict.Met => Tag.Styled("span", "verdict good", Tag.Sign("✔ "), Tag.Styled("span", "spoken", "met: ")),
        FigureVerdict.Missed => Tag.Styled("span", "verdict bad", Tag.Sign("✘ "), Tag.Styled("span", "spoken", "missed: ")),
        _ => null,
    };

    private static XElement? Draw(Figure figure)
    {
        if (figure is not { Value: { } value, Target: { } target })
            return null;
        var width = figure.Unit == FigureUnit.Share && !figure.IsUpper ? 1 : Math.Max(target * Reach, value);
        return width > 0
            ? Bars.Bar(FigureValue.Of(value, figure.Unit), value / width, figure.Verdict == FigureVerdict.Missed ? "bad" : "plain", target / width)
            : null;
    }
}
