using System.Globalization;

namespace Slipway.Messages;

/// <summary>As much of a text as there is room for; limits are in characters, as .NET counts them.</summary>
public static class Excerpt
{
    private const string Mark = "…";

    /// <summary>Text within a limit, cut at a line, with where to read on.</summary>
    public static string Within(string text, int limit, Uri? more)
    {
        if (text.Length <= limit)
            return text;
        var end = more is null ? $"\n{Mark}\n" : $"\n{Mark} [the rest]({more})\n";
        var cut = text.LastIndexOf('\n', limit - end.Length - 1);
        return text[..(cut < 0 ? End(text, limit - end.Length) : cut + 1)] + end;
    }

    /// <summary>One line within a limit.</summary>
    public static string Line(string text, int limit)
    {
        var line = text.ReplaceLineEndings(" ");
        return line.Length <= limit ? line : line[..End(line, limit - Mark.Length)] + Mark;
    }

    /// <summary>As many lines as there is room for, and how many there are more.</summary>
    public static string Lines(IReadOnlyList<string> lines, int limit)
    {
        var all = string.Join('\n', lines);
        if (all.Length <= limit)
            return all;
        for (var count = lines.Count - 1; count > 0; count--)
        {
            var some = string.Join('\n', lines.Take(count)) + string.Create(CultureInfo.InvariantCulture, $"\nand {lines.Count - count} more");
            if (some.Length <= limit)
                return some;
        }

        return Line(all, limit);
    }

    // A sign outside the first 65,536 is two characters, and half of one is none.
    private static int End(string text, int end) => char.IsHighSurrogate(text[end - 1]) ? end - 1 : end;
}
