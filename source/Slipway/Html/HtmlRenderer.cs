using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Slipway.Html;

/// <summary>Writes a tree as HTML; whatever a text holds, it stays text.</summary>
internal static partial class HtmlRenderer
{
    // HTML has no end tags for these; SVG's may be closed at once.
    private static readonly HashSet<string> Void = ["meta", "link", "br", "rect", "line", "circle"];

    // A line break before them is not seen, and makes the file readable.
    private static readonly HashSet<string> Lines =
    [
        "head", "meta", "link", "title", "style", "body", "header", "nav", "main", "section", "footer", "h1", "h2", "h3", "p", "ul", "li",
        "table", "caption", "thead", "tbody", "tr", "th", "td", "details", "div", "dl", "pre", "h4", "blockquote",
    ];

    public static string Render(XElement page)
    {
        var text = new StringBuilder("<!DOCTYPE html>");
        Write(text.Append('\n'), page);
        return text.Append('\n').ToString();
    }

    private static void Write(StringBuilder text, XElement element)
    {
        var name = element.Name.LocalName;
        if (Lines.Contains(name))
            text.Append('\n');
        text.Append('<').Append(name);
        foreach (var attribute in element.Attributes())
            text.Append(' ').Append(attribute.Name.LocalName).Append("=\"").Append(Escape(attribute.Value)).Append('"');
        if (Void.Contains(name))
        {
            text.Append("/>");
            return;
        }

        text.Append('>');
        foreach (var node in element.Nodes())
        {
            if (node is XElement child)
                Write(text, child);
            // The one text that is no text, and ours.
            else if (node is XText content)
                text.Append(name == "style" ? content.Value : Escape(content.Value));
        }

        text.Append("</").Append(name).Append('>');
    }

    private static string Escape(string text) => Reordering().Replace(XmlText.Clean(text), "\uFFFD")
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal)
        .Replace("\"", "&quot;", StringComparison.Ordinal)
        .Replace("'", "&#39;", StringComparison.Ordinal)
        .Replace("\r", "&#13;", StringComparison.Ordinal);

    // They can make a line read as what it is not.
    [GeneratedRegex("[\u202A-\u202E\u2066-\u2069]")]
    private static partial Regex Reordering();
}
