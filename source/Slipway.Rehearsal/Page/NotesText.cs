using System.Text.RegularExpressions;
using System.Xml.Linq;
using Slipway.Html;

namespace Slipway.Rehearsal.Page;

/// <summary>
/// Notes as they look: the part of Markdown that change logs have. Everything else, HTML first of all, is shown as text.
/// </summary>
internal static partial class NotesText
{
    private const int MostLevels = 6;

    public static XElement Of(string notes)
    {
        var all = Tag.Styled("div", "notes");
        XElement? open = null;
        var isCode = false;
        foreach (var line in notes.ReplaceLineEndings("\n").Split('\n'))
        {
            if (line.TrimStart().StartsWith("```", StringComparison.Ordinal))
            {
                isCode = !isCode;
                open = null;
                if (isCode)
                    all.Add(open = Tag.Of("pre"));
            }
            else if (isCode)
            {
                open!.Add(line + "\n");
            }
            else if (Heading().Match(line) is { Success: true } heading)
            {
                // The page's own titles come first.
                all.Add(Tag.Of($"h{Math.Clamp(heading.Groups[1].Length + 2, 4, MostLevels)}", Inline(heading.Groups[2].Value)));
                open = null;
            }
            else if (Item().Match(line) is { Success: true } item)
            {
                if (open?.Name.LocalName != "ul")
                    all.Add(open = Tag.Of("ul"));
                open.Add(Tag.Of("li", Inline(item.Groups[1].Value)));
            }
            else if (line.Trim().Length == 0)
            {
                open = null;
            }
            else
            {
                if (open is null)
                    all.Add(open = Tag.Of("p"));
                var place = open.Name.LocalName == "ul" ? open.Elements().Last() : open;
                place.Add(place.Nodes().Any() ? " " : null, Inline(line.Trim()));
            }
        }

        return all;
    }

    private static List<object> Inline(string text)
    {
        var parts = new List<object>();
        var from = 0;
        foreach (Match match in Marked().Matches(text))
        {
            parts.Add(text[from..match.Index]);
            parts.Add(match switch
            {
                _ when match.Groups["code"].Success => Tag.Code(match.Groups["code"].Value),
                _ when match.Groups["strong"].Success => Tag.Of("strong", match.Groups["strong"].Value),
                _ => Tag.Of("a", Tag.Attribute("href", match.Groups["href"].Value), Tag.Attribute("rel", "noreferrer"), match.Groups["link"].Value),
            });
            from = match.Index + match.Length;
        }

        parts.Add(text[from..]);
        return parts;
    }

    [GeneratedRegex(@"^(#{1,6})\s+(.+?)\s*#*$")]
    private static partial Regex Heading();

    [GeneratedRegex(@"^\s*[-*+]\s+(.+)$")]
    private static partial Regex Item();

    // Of addresses only those of the web lead somewhere.
    [GeneratedRegex(@"`(?<code>[^`]+)`|\*\*(?<strong>[^*]+)\*\*|\[(?<link>[^\]]+)\]\((?<href>https?://[^\s)]+)\)")]
    private static partial Regex Marked();
}
