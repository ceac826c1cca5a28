using System.Xml.Linq;

namespace Slipway.Html;

/// <summary>A table that stays one for those who cannot see it, though a phone shows its rows as cards.</summary>
internal static class Table
{
    public static XElement Of(string style, params object?[] content)
    {
        var table = Tag.Styled("table", style, Tag.Attribute("role", "table"), content);
        foreach (var part in table.Descendants())
        {
            if (RoleOf(part) is { } role)
                part.SetAttributeValue("role", role);
        }

        return table;
    }

    private static string? RoleOf(XElement part) => part.Name.LocalName switch
    {
        "thead" or "tbody" => "rowgroup",
        "tr" => "row",
        "td" => "cell",
        "th" => part.Attribute("scope")?.Value == "col" ? "columnheader" : "rowheader",
        _ => null,
    };
}
