namespace Nuke.Common.IO;

/// <summary>Turns <c>{one,other}</c> in a pattern into one pattern each; braces can stand in braces.</summary>
internal static class GlobBraces
{
    public static IEnumerable<string> Expand(string pattern)
    {
        var open = pattern.IndexOf('{', StringComparison.Ordinal);
        if (open < 0)
            return [pattern];

        var close = FindClose(pattern, open);
        var (before, after) = (pattern[..open], pattern[(close + 1)..]);
        return SplitAlternatives(pattern[(open + 1)..close]).SelectMany(x => Expand(before + x + after));
    }

    private static int FindClose(string pattern, int open)
    {
        var depth = 0;
        for (var i = open; i < pattern.Length; i++)
        {
            depth += pattern[i] switch { '{' => 1, '}' => -1, _ => 0 };
            if (depth == 0)
                return i;
        }

        throw new ArgumentException($"Pattern '{pattern}' has an opening brace without a closing one");
    }

    private static IEnumerable<string> SplitAlternatives(string text)
    {
        var (depth, start) = (0, 0);
        for (var i = 0; i < text.Length; i++)
        {
            depth += text[i] switch { '{' => 1, '}' => -1, _ => 0 };
            if (depth != 0 || text[i] != ',')
                continue;
            yield return text[start..i];
            start = i + 1;
        }

        yield return text[start..];
    }
}
