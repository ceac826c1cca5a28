using System.Globalization;
using System.Xml.Linq;
using Slipway.Gates;
using Slipway.Html;

namespace Slipway.Reporting.Html;

/// <summary>A figure with its limit, and where the limit is set.</summary>
internal static class FigureText
{
    public static XElement Of(Figure figure, GateResult gate)
    {
        var broken = !figure.IsAllowed();
        return Tag.Styled(
            "li",
            broken ? "broken" : "kept",
            broken ? new object[] { Tag.Sign("✘"), Tag.Styled("span", "spoken", " not kept:"), " " } : null,
            Value(figure, gate),
            Limit(figure.Threshold));
    }

    /// <summary>What is counted says its name; what is measured has a unit.</summary>
    private static string Value(Figure figure, GateResult gate)
    {
        var plain = figure with { Threshold = null };
        return figure.Name == figure.Unit ? plain.ToString()
            : gate.Figures.Any(whole => whole.Name == figure.Unit) ? plain.ToPart()
            : $"{figure.Name} {plain}";
    }

    private static XElement? Limit(Threshold? threshold)
    {
        if (threshold is null)
            return null;
        var sign = threshold.Kind == ThresholdKind.AtMost ? "≤" : "≥";
        return Tag.Styled(
            "small",
            "limit",
            string.Create(CultureInfo.InvariantCulture, $" {sign} {threshold.Value:0.###}"),
            threshold.Origin is null ? null : new object[] { ", set by ", threshold.Origin.StartsWith('-') ? Tag.Code(threshold.Origin) : threshold.Origin });
    }
}
