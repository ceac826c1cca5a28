using System.Text;

namespace Slipway.Secrets.History;

/// <summary>Paths as git writes them in diffs: with a prefix, and quoted like C where they are unusual.</summary>
internal static class GitPath
{
    /// <summary>Null for a file that is no more.</summary>
    public static string? Parse(string text)
    {
        // Behind a path with blanks stands a tab.
        text = text.TrimEnd('\t');
        if (text == "/dev/null")
            return null;
        if (text.Length > 1 && text[0] == '"' && text[^1] == '"')
            text = Unquote(text[1..^1]);
        return text.StartsWith("b/", StringComparison.Ordinal) ? text[2..] : text;
    }

    private static string Unquote(string text)
    {
        var bytes = new List<byte>();
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] != '\\' || at + 1 == text.Length)
            {
                var rune = char.IsHighSurrogate(text[at]) && at + 1 < text.Length ? text.Substring(at++, 2) : text[at].ToString();
                bytes.AddRange(Encoding.UTF8.GetBytes(rune));
                continue;
            }

            var c = text[++at];
            if (c is >= '0' and <= '3' && at + 2 < text.Length && text[at + 1] is >= '0' and <= '7' && text[at + 2] is >= '0' and <= '7')
            {
                bytes.Add((byte)(((c - '0') * 64) + ((text[at + 1] - '0') * 8) + text[at + 2] - '0'));
                at += 2;
                continue;
            }

            bytes.Add((byte)(c switch { 'a' => '\a', 'b' => '\b', 'f' => '\f', 'n' => '\n', 'r' => '\r', 't' => '\t', 'v' => '\v', _ => c }));
        }

        return Encoding.UTF8.GetString([.. bytes]);
    }
}
