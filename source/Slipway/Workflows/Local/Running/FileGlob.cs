using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;

namespace Slipway.Workflows.Local.Running;

/// <summary>The patterns of artifacts and hashes: one a line, <c>!</c> takes out, a folder means all in it.</summary>
internal sealed class FileGlob
{
    private static readonly char[] Wild = ['*', '?', '['];

    private readonly ImmutableArray<(bool IsExclusion, string Start, Regex Pattern)> _patterns;

    public FileGlob(string folder, IEnumerable<string> lines) => _patterns =
    [
        .. lines.Select(line => line.Trim()).Where(line => line.Length > 0 && line[0] != '#').Select(line => Parse(Normalize(folder), line)),
    ];

    /// <summary>Where the search begins: what stands before the first wildcard, without those below another.</summary>
    public IReadOnlyList<string> Starts
    {
        get
        {
            var starts = _patterns.Where(pattern => !pattern.IsExclusion).Select(pattern => pattern.Start).Distinct().ToList();
            return [.. starts.Where(start => !starts.Exists(other => start.StartsWith(other.TrimEnd('/') + "/", StringComparison.Ordinal)))];
        }
    }

    /// <summary>The files, sorted.</summary>
    public IReadOnlyList<string> Find(bool withHidden) =>
        [.. Starts.SelectMany(start => Walk(start, withHidden, [])).Where(IsIn).Distinct().Order(StringComparer.Ordinal)];

    private bool IsIn(string file) => _patterns.Aggregate(false, (isIn, pattern) =>
        pattern.IsExclusion ? isIn && !pattern.Pattern.IsMatch(file) : isIn || pattern.Pattern.IsMatch(file));

    private static IEnumerable<string> Walk(string path, bool withHidden, ImmutableHashSet<string> above)
    {
        if (!withHidden && Path.GetFileName(path).StartsWith('.'))
            return [];
        if (File.Exists(path))
            return [path];
        if (!Directory.Exists(path))
            return [];
        // A link to a folder above would have no end.
        var real = Directory.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path;
        return above.Contains(real)
            ? []
            : Directory.EnumerateFileSystemEntries(path).SelectMany(entry => Walk(Normalize(entry), withHidden, above.Add(real)));
    }

    private static (bool IsExclusion, string Start, Regex Pattern) Parse(string folder, string line)
    {
        var isExclusion = line.StartsWith('!');
        var pattern = Normalize(isExclusion ? line[1..].Trim() : line);
        var segments = pattern.Split('/');
        var literal = segments.TakeWhile(segment => segment.IndexOfAny(Wild) < 0).ToList();
        // The folder's own name may look like a pattern and is none.
        var start = Normalize(Path.GetFullPath(literal is [""] ? "/" : string.Join('/', literal), folder)).TrimEnd('/');
        var rest = segments.Skip(literal.Count).Where(segment => segment is not ("" or ".")).ToList();
        var text = $@"\A{Regex.Escape(start)}{string.Concat(rest.Select(Translate))}(?:/.*)?\z";
        var options = RegexOptions.Singleline | (OperatingSystem.IsWindows() ? RegexOptions.IgnoreCase : RegexOptions.None);
        return (isExclusion, start.Length == 0 ? "/" : start, new Regex(text, options));
    }

    private static string Translate(string segment)
    {
        if (segment == "**")
            return "(?:/[^/]+)*";
        var pattern = new StringBuilder("/");
        for (var i = 0; i < segment.Length; i++)
        {
            var end = segment[i] == '[' ? segment.IndexOf(']', Math.Min(i + 2, segment.Length)) : -1;
            if (end > 0)
            {
                var inner = segment[(i + 1)..end].Replace(@"\", @"\\", StringComparison.Ordinal).Replace("[", @"\[", StringComparison.Ordinal);
                pattern.Append('[').Append(inner.StartsWith('!') ? "^" + inner[1..] : inner).Append(']');
                i = end;
            }
            else
            {
                pattern.Append(segment[i] switch { '*' => "[^/]*", '?' => "[^/]", var c => Regex.Escape(c.ToString()) });
            }
        }

        return pattern.ToString();
    }

    private static string Normalize(string path) => OperatingSystem.IsWindows() ? path.Replace('\\', '/') : path;
}
