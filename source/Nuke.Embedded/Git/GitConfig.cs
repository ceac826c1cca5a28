using System.Text;

namespace Nuke.Common.Git;

/// <summary>The configuration of a repository.</summary>
internal sealed class GitConfig
{
    private readonly List<(string Section, string Name, string Key, string Value)> _entries = [];

    public static GitConfig Read(string file)
    {
        var config = new GitConfig();
        if (!File.Exists(file))
            return config;

        var (section, name) = ("", "");
        foreach (var line in JoinContinued(File.ReadLines(file)).Select(x => x.Trim()).Where(x => x.Length > 0 && x[0] is not ('#' or ';')))
        {
            if (line[0] == '[')
            {
                (section, name) = ParseSection(line[1..line.LastIndexOf(']')]);
                continue;
            }

            var equals = line.IndexOf('=', StringComparison.Ordinal);
            var key = equals < 0 ? line : line[..equals].TrimEnd();
            config._entries.Add((section, name, key, equals < 0 ? "true" : ParseValue(line[(equals + 1)..].TrimStart())));
        }

        return config;
    }

    /// <summary>The last value, which is the one that counts.</summary>
    public string? Get(string section, string? name, string key) => name == null
        ? null
        : _entries.FindLast(x => Same(x.Section, section) && x.Name == name && Same(x.Key, key)).Value;

    public IEnumerable<string> Names(string section) => _entries.Where(x => Same(x.Section, section)).Select(x => x.Name).Distinct();

    private static bool Same(string a, string b) => a.Equals(b, StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<string> JoinContinued(IEnumerable<string> lines)
    {
        var open = "";
        foreach (var line in lines)
        {
            if (line.EndsWith('\\') && !line.EndsWith(@"\\", StringComparison.Ordinal))
            {
                open += line[..^1];
                continue;
            }

            yield return open + line;
            open = "";
        }

        if (open.Length > 0)
            yield return open;
    }

    // remote "origin"
    private static (string Section, string Name) ParseSection(string text)
    {
        var quote = text.IndexOf('"', StringComparison.Ordinal);
        return quote < 0 ? (text.Trim(), "") : (text[..quote].Trim(), ParseValue(text[quote..]));
    }

    private static string ParseValue(string text)
    {
        var value = new StringBuilder();
        var isQuoted = false;
        var length = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '"')
                isQuoted = !isQuoted;
            else if (text[i] == '\\' && i + 1 < text.Length)
                value.Append(text[++i] switch { 'n' => '\n', 't' => '\t', 'b' => '\b', var other => other });
            else if (!isQuoted && text[i] is ('#' or ';'))
                break;
            else
                value.Append(text[i]);
            // White space at the end counts only inside quotes.
            if (isQuoted || !char.IsWhiteSpace(text[i]))
                length = value.Length;
        }

        return value.ToString(0, length);
    }
}
