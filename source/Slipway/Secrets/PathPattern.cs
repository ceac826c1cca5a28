using System.Text;
using System.Text.RegularExpressions;

namespace Slipway.Secrets;

/// <summary>Patterns of paths: * is part of a name, ? one character, ** any folders.</summary>
internal static class PathPattern
{
    public static bool Matches(string pattern, string path) =>
        Regex.IsMatch(path, Translate(pattern), RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);

    private static string Translate(string pattern)
    {
        var text = new StringBuilder(@"\A");
        for (var at = 0; at < pattern.Length; at++)
        {
            if (string.CompareOrdinal(pattern, at, "**/", 0, 3) == 0)
            {
                text.Append("(?:.*/)?");
                at += 2;
            }
            else if (string.CompareOrdinal(pattern, at, "**", 0, 2) == 0)
            {
                text.Append(".*");
                at++;
            }
            else
            {
                text.Append(pattern[at] switch { '*' => "[^/]*", '?' => "[^/]", var c => Regex.Escape(c.ToString()) });
            }
        }

        return text.Append(@"\z").ToString();
    }
}
