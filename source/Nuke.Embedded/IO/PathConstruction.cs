namespace Nuke.Common.IO;

/// <summary>Computes with paths of any system, without looking at the disk.</summary>
public static partial class PathConstruction
{
    internal const char WinSeparator = '\\';
    internal const char UnixSeparator = '/';
    internal const string AllSeparators = @"\/";

    /// <summary>Whether the path starts at a root: <c>/</c>, <c>C:</c> or <c>\\</c>.</summary>
    public static bool HasPathRoot(string? path) => GetPathRoot(path).Length > 0;

    /// <summary>The root of the path, or empty text if it has none.</summary>
    public static string GetPathRoot(string? path) => path switch
    {
        [UnixSeparator, ..] => "/",
        [WinSeparator, WinSeparator, ..] => @"\\",
        [var drive, ':', ..] when char.IsAsciiLetter(drive) => path.Length > 2 && IsSeparator(path[2]) ? path[..3] : path[..2],
        _ => string.Empty,
    };

    /// <summary>Two paths as one; the second must not have a root.</summary>
    public static string Combine(string? left, string? right, char? separator = null)
    {
        if (HasPathRoot(right))
            Assert.Fail($"Path '{right}' must not be rooted to be added to '{left}'");
        if (string.IsNullOrWhiteSpace(left))
            return right ?? string.Empty;
        if (string.IsNullOrWhiteSpace(right))
            return left;
        var joint = separator ?? SeparatorOf(left);
        return left.TrimEnd(WinSeparator, UnixSeparator) + joint + right.Trim(WinSeparator, UnixSeparator);
    }

    /// <summary>The path without <c>.</c>, <c>..</c> and repeated separators.</summary>
    public static string NormalizePath(string? path, char? separator = null)
    {
        path ??= string.Empty;
        var root = GetPathRoot(path);
        var joint = separator ?? SeparatorOf(path);
        var segments = new List<string>();
        foreach (var segment in path[root.Length..].Split([WinSeparator, UnixSeparator], StringSplitOptions.RemoveEmptyEntries))
        {
            if (segment == "..")
                StepUp(path, root, segments);
            else if (segment != ".")
                segments.Add(segment);
        }

        var rest = string.Join(joint, segments);
        return root.Length switch
        {
            0 => segments.Count == 0 && path.Length > 0 ? "." : rest,
            1 => root + rest,
            _ when root[1] == ':' => root[..2] + joint + rest,
            _ => root + rest,
        };
    }

    private static void StepUp(string path, string root, List<string> segments)
    {
        if (segments.Count > 0 && segments[^1] != "..")
            segments.RemoveAt(segments.Count - 1);
        else if (root.Length == 0)
            segments.Add("..");
        else
            Assert.Fail($"Path '{path}' leads out of its root '{root}'");
    }

    private static char SeparatorOf(string path) => GetPathRoot(path) switch
    {
        "" => Path.DirectorySeparatorChar,
        [UnixSeparator] => UnixSeparator,
        _ => WinSeparator,
    };

    private static bool IsSeparator(char character) => character is WinSeparator or UnixSeparator;
}
