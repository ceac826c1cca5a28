namespace Nuke.Common.IO;

public static partial class PathConstruction
{
    /// <summary>The way from one rooted path to another.</summary>
    public static string GetRelativePath(string basePath, string destinationPath) =>
        GetRelativePath(basePath, destinationPath, Path.DirectorySeparatorChar);

    /// <summary>The way from one rooted path to another, with slashes.</summary>
    public static string GetUnixRelativePath(string basePath, string destinationPath) =>
        GetRelativePath(basePath, destinationPath, UnixSeparator);

    /// <summary>The way from one rooted path to another, with backslashes.</summary>
    public static string GetWinRelativePath(string basePath, string destinationPath) =>
        GetRelativePath(basePath, destinationPath, WinSeparator);

    /// <summary>The way from this path to another.</summary>
    public static RelativePath GetRelativePathTo(this AbsolutePath basePath, string destinationPath) =>
        (RelativePath)GetRelativePath(basePath, destinationPath);

    /// <summary>The way from this path to another, with slashes.</summary>
    public static UnixRelativePath GetUnixRelativePathTo(this AbsolutePath basePath, string destinationPath) =>
        (UnixRelativePath)GetUnixRelativePath(basePath, destinationPath);

    /// <summary>The way from this path to another, with backslashes.</summary>
    public static WinRelativePath GetWinRelativePathTo(this AbsolutePath basePath, string destinationPath) =>
        (WinRelativePath)GetWinRelativePath(basePath, destinationPath);

    /// <summary>The same path with slashes.</summary>
    public static UnixRelativePath ToUnixRelativePath(this RelativePath relativePath) => (UnixRelativePath)relativePath.ToString();

    /// <summary>The same path with backslashes.</summary>
    public static WinRelativePath ToWinRelativePath(this RelativePath relativePath) => (WinRelativePath)relativePath.ToString();

    /// <summary>Whether the other path is this one or stands below it.</summary>
    public static bool Contains(this AbsolutePath path, string? subPath) => subPath is not null && IsDescendantPath(path, subPath);

    /// <summary>Whether the second path is the first or stands below it.</summary>
    public static bool IsDescendantPath(string basePath, string destinationPath)
    {
        var parts = Parts(basePath);
        var other = Parts(destinationPath);
        return CommonLength(parts, other, ComparisonFor(basePath)) == parts.Length;
    }

    private static string GetRelativePath(string basePath, string destinationPath, char separator)
    {
        Assert.True(HasPathRoot(basePath), $"Path '{basePath}' must be rooted");
        Assert.True(HasPathRoot(destinationPath), $"Path '{destinationPath}' must be rooted");
        var from = Parts(basePath);
        var to = Parts(destinationPath);
        var common = CommonLength(from, to, ComparisonFor(basePath));
        Assert.True(common > 0, $"Paths '{basePath}' and '{destinationPath}' must have the same root");
        var way = string.Join(separator, Enumerable.Repeat("..", from.Length - common).Concat(to[common..]));
        return way.Length == 0 ? "." : way;
    }

    // The root is the first part.
    private static string[] Parts(string path)
    {
        var normalized = NormalizePath(path);
        var root = GetPathRoot(normalized);
        return [root, .. normalized[root.Length..].Split([WinSeparator, UnixSeparator], StringSplitOptions.RemoveEmptyEntries)];
    }

    private static int CommonLength(string[] first, string[] second, StringComparison comparison)
    {
        var length = 0;
        while (length < first.Length && length < second.Length && string.Equals(first[length], second[length], comparison))
            length++;
        return length;
    }

    private static StringComparison ComparisonFor(string path) =>
        GetPathRoot(path) is "" or "/" ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase;
}
