using Nuke.Common.Utilities;

namespace Nuke.Common.IO;

public static partial class AbsolutePathExtensions
{
    /// <summary>The files of a directory down to the given depth, sorted, that have such a name and all these attributes.</summary>
    public static IEnumerable<AbsolutePath> GetFiles(
        this AbsolutePath path,
        string pattern = "*",
        int depth = 1,
        FileAttributes attributes = 0) =>
        Find(path, depth, attributes, x => Directory.EnumerateFiles(x, pattern));

    /// <summary>The directories of a directory down to the given depth, sorted, that have such a name and all these attributes.</summary>
    public static IEnumerable<AbsolutePath> GetDirectories(
        this AbsolutePath path,
        string pattern = "*",
        int depth = 1,
        FileAttributes attributes = 0) =>
        Find(path, depth, attributes, x => Directory.EnumerateDirectories(x, pattern));

    /// <summary>The nearest directory above that the predicate holds for; null if there is none.</summary>
    public static AbsolutePath FindParent(this AbsolutePath path, Func<AbsolutePath, bool> predicate) =>
        path.Parent is { } parent ? parent.FindParentOrSelf(predicate) : null!;

    /// <summary>The path, or the nearest directory above, that the predicate holds for; null if there is none.</summary>
    public static AbsolutePath FindParentOrSelf(this AbsolutePath path, Func<AbsolutePath, bool> predicate)
    {
        for (var current = path; current is not null; current = current.Parent)
        {
            if (predicate(current))
                return current;
        }

        return null!;
    }

    /// <summary>Whether the name ends in one of the extensions, given with or without dot.</summary>
    public static bool HasExtension(this AbsolutePath path, string extension, params string[] alternativeExtensions) =>
        alternativeExtensions.Prepend(extension).Any(x => path.Name.EndsWithOrdinalIgnoreCase($".{x.TrimStart('.')}"));

    /// <summary>The path with another extension, given with or without dot.</summary>
    public static AbsolutePath WithExtension(this AbsolutePath path, string extension) =>
        path.Parent / $"{path.NameWithoutExtension}.{extension.TrimStart('.')}";

    /// <summary>Whether the directory's name starts with a dot.</summary>
    public static bool IsDotDirectory(this AbsolutePath path) => path.DirectoryExists() && path.Name.StartsWith('.');

    /// <summary>When the file or directory was last written to.</summary>
    public static DateTime GetLastWriteTimeUtc(this AbsolutePath path) => File.GetLastWriteTimeUtc(path);

    public static FileInfo ToFileInfo(this AbsolutePath path) => new(path);

    public static DirectoryInfo ToDirectoryInfo(this AbsolutePath path) => new(path);

    private static IEnumerable<AbsolutePath> Find(
        AbsolutePath directory,
        int depth,
        FileAttributes attributes,
        Func<string, IEnumerable<string>> entries)
    {
        if (depth <= 0 || !directory.DirectoryExists())
            return [];
        var found = Sorted(entries(directory)).Where(x => attributes == 0 || (File.GetAttributes(x) & attributes) == attributes);
        var below = depth == 1 ? [] : Sorted(Directory.EnumerateDirectories(directory)).Where(x => !IsLink(x));
        return found.Concat(below.SelectMany(x => Find(x, depth - 1, attributes, entries)));
    }

    private static IEnumerable<AbsolutePath> Sorted(IEnumerable<string> paths) =>
        paths.Order(StringComparer.Ordinal).Select(AbsolutePath.Create);

    // Links are not walked through: they can lead in circles, or out of the directory that is meant.
    internal static bool IsLink(string path) => File.GetAttributes(path).HasFlag(FileAttributes.ReparsePoint);
}
