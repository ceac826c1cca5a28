using System.Globalization;
using System.Xml.Linq;

namespace Slipway.Html;

/// <summary>Drawings of what goes on over time, the oldest on the left. They fit any width.</summary>
internal static class Series
{
    private const double Width = 100;
    private const double Gap = 0.15;

    /// <summary>Columns, each of parts that stand on each other.</summary>
    /// <param name="height">In pixels.</param>
    /// <param name="columns">The parts from below, by how much of the height they take, from 0 to 1, and their style.</param>
    /// <param name="limit">Where a line is drawn.</param>
    public static XElement Columns(string title, double height, IReadOnlyList<IReadOnlyList<(double Share, string Style)>> columns, double? limit = null) => Drawing(
        title,
        height,
        columns.SelectMany((column, index) => Stack(column, index * Width / columns.Count, Width / columns.Count, height)),
        limit is { } at and <= 1 ? new XElement("line", Tag.Attribute("class", "limit"), Pair("x1", 0), Pair("x2", Width), Pair("y1", height * (1 - at)), Pair("y2", height * (1 - at)), Thin()) : null);

    /// <summary>A line through values, which are from 0 to 1.</summary>
    public static XElement Line(string title, double height, IReadOnlyList<(double At, double Share)> points)
    {
        // One alone would not be seen.
        var drawn = points.Count == 1 ? [(0, points[0].Share), (1, points[0].Share)] : points;
        return Drawing(
            title,
            height,
            new XElement("polyline", Tag.Attribute("class", "line"), Tag.Attribute("points", string.Join(' ', drawn.Select(x => $"{Number(x.At * Width)},{Number(height * (1 - x.Share))}"))), Thin()));
    }

    private static IEnumerable<XElement> Stack(IReadOnlyList<(double Share, string Style)> parts, double start, double width, double height)
    {
        var below = 0.0;
        foreach (var (share, style) in parts.Where(part => part.Share > 0))
        {
            below += share;
            yield return new XElement(
                "rect", Tag.Attribute("class", style + " column"), Pair("x", start + width * Gap / 2), Pair("y", height * (1 - below)), Pair("width", width * (1 - Gap)), Pair("height", height * share));
        }
    }

    private static XElement Drawing(string title, double height, params object?[] shapes) => new(
        "svg",
        Tag.Attribute("role", "img"),
        Tag.Attribute("width", "100%"),
        Tag.Attribute("height", Number(height)),
        Tag.Attribute("viewBox", $"0 0 {Number(Width)} {Number(height)}"),
        Tag.Attribute("preserveAspectRatio", "none"),
        Tag.Of("title", title),
        shapes);

    // As wide as on paper, however the drawing is stretched.
    private static XAttribute Thin() => Tag.Attribute("vector-effect", "non-scaling-stroke");

    private static XAttribute Pair(string name, double value) => Tag.Attribute(name, Number(value));

    private static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
