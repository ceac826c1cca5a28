using System.Xml.Linq;

namespace Slipway.Html;

/// <summary>A chart is a table: a name, a drawing, and what the drawing shows as text.</summary>
internal static class Chart
{
    /// <param name="columns">The headings; that of the drawing may be empty.</param>
    public static XElement Of(string id, string title, string caption, IReadOnlyList<string> columns, IEnumerable<XElement> rows, params object?[] below) => Section.Of(
        id,
        title,
        Table(caption, columns, rows),
        below);

    public static XElement Table(string caption, IReadOnlyList<string> columns, IEnumerable<XElement> rows) => Html.Table.Of(
        "chart",
        Tag.Of("caption", caption),
        Tag.Of("thead", Tag.Of("tr", columns.Select((name, index) => name.Length == 0
            ? Tag.Of("td", "")
            : Tag.Styled("th", index > 1 ? "number" : "name", Tag.Attribute("scope", "col"), name)))),
        Tag.Of("tbody", rows.Select(row => Label(row, columns))));

    // On a phone the headings are out of sight.
    private static XElement Label(XElement row, IReadOnlyList<string> columns)
    {
        foreach (var (cell, column) in row.Elements().Zip(columns))
        {
            if (cell.Attribute("class")?.Value == "number")
                cell.SetAttributeValue("data-label", column);
        }

        return row;
    }

    public static XElement Row(object name, object? drawing, params string[] values) => Tag.Of(
        "tr",
        Tag.Of("th", Tag.Attribute("scope", "row"), name),
        Tag.Styled("td", "drawing", drawing),
        values.Select(value => Tag.Styled("td", "number", value)));
}
