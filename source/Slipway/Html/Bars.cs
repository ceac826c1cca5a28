using System.Globalization;
using System.Xml.Linq;

namespace Slipway.Html;

/// <summary>Drawings for cells of tables. All lengths are percentages, so they fit any width without distorting.</summary>
internal static class Bars
{
    private const double Height = 14;

    /// <summary>A bar, and a line where its limit is; how much of the width they take goes from 0 to 1.</summary>
    /// <param name="style">What the style sheet knows the bar by.</param>
    public static XElement Bar(string title, double share, string style, double? limit = null) => Drawing(
        title,
        Rectangle("track", 0, 1, 2, Height - 4),
        Rectangle(style, 0, share, 2, Height - 4),
        limit is { } at ? Line("limit", at, 0, Height) : null);

    /// <summary>What was and what is, one below the other.</summary>
    public static XElement Pair(string title, double before, double after, string style) => Drawing(
        title,
        Rectangle("before", 0, before, 1, (Height / 2) - 2),
        Rectangle(style, 0, after, Height / 2, (Height / 2) - 1));

    /// <summary>A value with its interval, and a line to compare it with.</summary>
    /// <param name="style">What the style sheet knows it by.</param>
    public static XElement Interval(string title, double low, double middle, double high, string style, double? limit) => Drawing(
        title,
        limit is { } at ? Line("limit", at, 0, Height) : null,
        Rectangle($"{style} range", low, high - low, 5, 4),
        Line($"{style} whisker", low, 2, Height - 2),
        Line($"{style} whisker", high, 2, Height - 2),
        new XElement(
            "circle",
            Tag.Attribute("class", style),
            Tag.Attribute("cx", Percent(middle)),
            Tag.Attribute("cy", Number(Height / 2)),
            Tag.Attribute("r", "4")));

    private static XElement Drawing(string title, params object?[] shapes) => new(
        "svg",
        Tag.Attribute("role", "img"),
        Tag.Attribute("width", "100%"),
        Tag.Attribute("height", Number(Height)),
        Tag.Of("title", title),
        shapes);

    private static XElement Rectangle(string style, double start, double width, double top, double height) => new(
        "rect",
        Tag.Attribute("class", style),
        Tag.Attribute("x", Percent(start)),
        Tag.Attribute("y", Number(top)),
        Tag.Attribute("width", Percent(width)),
        Tag.Attribute("height", Number(height)));

    private static XElement Line(string style, double at, double top, double bottom) => new(
        "line",
        Tag.Attribute("class", style),
        Tag.Attribute("x1", Percent(at)),
        Tag.Attribute("x2", Percent(at)),
        Tag.Attribute("y1", Number(top)),
        Tag.Attribute("y2", Number(bottom)));

    private static string Percent(double share) =>
        string.Create(CultureInfo.InvariantCulture, $"{Math.Clamp(double.IsNaN(share) ? 0 : share, 0, 1) * 100:0.##}%");

    private static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
