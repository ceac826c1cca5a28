using System.Globalization;
using System.Text;

namespace Slipway.Secrets.History;

/// <summary>What one commit adds to one file; places in the text are mapped to the file's lines.</summary>
internal sealed record AddedText(string Commit, string Path, string Text, IReadOnlyList<(int Offset, int Line)> Lines)
{
    public int LineAt(int offset)
    {
        var (low, high) = (0, Lines.Count - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            (low, high) = Lines[middle].Offset <= offset ? (middle, high) : (low, middle - 1);
        }

        return Lines[low].Line;
    }
}

/// <summary>
/// Reads <c>git log -p</c> line by line and gives away each file of each commit. Hunks are counted by their heads: what a
/// file says can look like the log itself.
/// </summary>
internal sealed class DiffReader(Action<AddedText> found)
{
    private const string CommitMark = "commit ";

    private readonly StringBuilder _text = new();
    private List<(int Offset, int Line)> _lines = [];
    private string _commit = "";
    private string? _path;
    private int[] _left = [];
    private int _line;

    public int Commits { get; private set; }

    public int Binaries { get; private set; }

    /// <summary>The format of the commits' heads, for <c>--format</c>.</summary>
    public static string Format => CommitMark + "%H";

    public void Read(string line)
    {
        if (_left.Any(left => left > 0))
            ReadHunk(line);
        else if (line.StartsWith("@@", StringComparison.Ordinal))
            StartHunk(line);
        else if (line.StartsWith("+++ ", StringComparison.Ordinal))
            _path = GitPath.Parse(line[4..]);
        else if (line.StartsWith("diff ", StringComparison.Ordinal))
            Flush();
        else if (line.StartsWith("Binary files ", StringComparison.Ordinal))
            Binaries++;
        else if (line.StartsWith(CommitMark, StringComparison.Ordinal))
            StartCommit(line);
    }

    /// <summary>Gives away the last file.</summary>
    public void Flush()
    {
        if (_text.Length > 0 && _path is not null)
            found(new AddedText(_commit, _path, _text.ToString(), _lines));
        _text.Clear();
        _lines = [];
        _path = null;
    }

    private void StartCommit(string line)
    {
        Flush();
        _commit = line[CommitMark.Length..];
        Commits++;
    }

    // @@ -1,2 +3,4 @@, and for a merge of two @@@ -1,2 -1,2 +3,4 @@@: what is left of each parent, and last of the result.
    private void StartHunk(string line)
    {
        var parents = line.TakeWhile(c => c == '@').Count() - 1;
        var ranges = line.Split(' ').Skip(1).Take(parents + 1).ToList();
        _left = [.. ranges.Select(range => Number(range, 1))];
        _line = ranges.Count > 0 ? Number(ranges[^1], 0) : 0;
    }

    private static int Number(string range, int part)
    {
        var parts = range.TrimStart('-', '+').Split(',');
        return part >= parts.Length ? 1
            : int.TryParse(parts[part], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
            : 0;
    }

    private void ReadHunk(string line)
    {
        if (line.StartsWith('\\'))
            return;
        var parents = _left.Length - 1;
        var marks = line.AsSpan(0, Math.Min(parents, line.Length));
        var isRemoved = marks.Contains('-');
        for (var parent = 0; parent < parents; parent++)
        {
            var mark = parent < marks.Length ? marks[parent] : ' ';
            if (mark == (isRemoved ? '-' : ' '))
                _left[parent]--;
        }

        if (isRemoved)
            return;
        _left[parents]--;
        // What a merge takes over from one of its parents is in that one's commits.
        if (marks.Length == parents && !marks.ContainsAnyExcept('+'))
        {
            _lines.Add((_text.Length, _line));
            _text.Append(line, parents, line.Length - parents).Append('\n');
        }

        _line++;
    }
}
