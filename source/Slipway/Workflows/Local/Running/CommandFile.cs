namespace Slipway.Workflows.Local.Running;

/// <summary>The files into which steps write variables and outputs: <c>NAME=VALUE</c>, or several lines up to a delimiter.</summary>
internal static class CommandFile
{
    /// <exception cref="SlipwayException">A line is neither.</exception>
    public static IReadOnlyList<KeyValuePair<string, string>> Parse(string text, string file)
    {
        var values = new List<KeyValuePair<string, string>>();
        var lines = text.Replace("\r\n", "\n", StringComparison.Ordinal).Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i].Length == 0)
                continue;
            var equals = lines[i].IndexOf('=', StringComparison.Ordinal);
            var heredoc = lines[i].IndexOf("<<", StringComparison.Ordinal);
            if (heredoc > 0 && (equals < 0 || heredoc < equals))
            {
                var (name, delimiter) = (lines[i][..heredoc], lines[i][(heredoc + 2)..]);
                var end = Array.IndexOf(lines, delimiter, i + 1);
                if (delimiter.Length == 0 || end < 0)
                    throw Wrong(file, $"the value of {name} has no end: there is no line '{delimiter}'");
                values.Add(KeyValuePair.Create(name, string.Join('\n', lines[(i + 1)..end])));
                i = end;
            }
            else
            {
                if (equals <= 0)
                    throw Wrong(file, $"'{lines[i]}' is not NAME=VALUE");
                values.Add(KeyValuePair.Create(lines[i][..equals], lines[i][(equals + 1)..]));
            }
        }

        return values;
    }

    private static SlipwayException Wrong(string file, string what) => new(ErrorKind.Configuration, $"What the step wrote to {file} cannot be read: {what}.");
}
