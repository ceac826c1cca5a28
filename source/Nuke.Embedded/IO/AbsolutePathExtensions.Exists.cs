using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Nuke.Common.IO;

/// <summary>What builds do with files and directories.</summary>
public static partial class AbsolutePathExtensions
{
    /// <summary>Whether there is a file at the path.</summary>
    public static bool FileExists([NotNullWhen(true)] this AbsolutePath? path) => File.Exists(path);

    /// <summary>Whether there is a directory at the path.</summary>
    public static bool DirectoryExists([NotNullWhen(true)] this AbsolutePath? path) => Directory.Exists(path);

    /// <summary>Whether there is a file or a directory, whichever the end of the argument's text speaks of.</summary>
    public static bool Exists(
        [NotNullWhen(true)] this AbsolutePath? path,
        [CallerArgumentExpression(nameof(path))] string? expression = null)
    {
        if (EndsWithAny("file", "executable", "exe", "script", "archive"))
            return path.FileExists();
        if (EndsWithAny("directory", "dir", "folder"))
            return path.DirectoryExists();
        throw new ArgumentException(
            $"'{expression}' does not say whether it is a file or a directory: call FileExists() or DirectoryExists()");

        bool EndsWithAny(params ReadOnlySpan<string> words)
        {
            foreach (var word in words)
            {
                if (expression?.EndsWith(word, StringComparison.OrdinalIgnoreCase) == true)
                    return true;
            }

            return false;
        }
    }

    /// <summary>The path if something is there, otherwise null.</summary>
    public static AbsolutePath Existing(this AbsolutePath? path) => path.FileExists() || path.DirectoryExists() ? path : null!;

    /// <summary>The path if a file is there, otherwise null.</summary>
    public static AbsolutePath ExistingFile(this AbsolutePath? path) => path.FileExists() ? path : null!;

    /// <summary>The path if a directory is there, otherwise null.</summary>
    public static AbsolutePath ExistingDirectory(this AbsolutePath? path) => path.DirectoryExists() ? path : null!;

    /// <summary>The paths that are files.</summary>
    public static IEnumerable<AbsolutePath> WhereFileExists(this IEnumerable<AbsolutePath> paths) => paths.Where(x => x.FileExists());

    /// <summary>The paths that are directories.</summary>
    public static IEnumerable<AbsolutePath> WhereDirectoryExists(this IEnumerable<AbsolutePath> paths) =>
        paths.Where(x => x.DirectoryExists());

    /// <summary>Whether the directory contains a file with such a name.</summary>
    public static bool ContainsFile(
        this AbsolutePath path,
        string pattern,
        SearchOption options = SearchOption.TopDirectoryOnly) =>
        path.DirectoryExists() && Directory.EnumerateFiles(path, pattern, options).Any();

    /// <summary>Whether the directory contains a directory with such a name.</summary>
    public static bool ContainsDirectory(
        this AbsolutePath path,
        string pattern,
        SearchOption options = SearchOption.TopDirectoryOnly) =>
        path.DirectoryExists() && Directory.EnumerateDirectories(path, pattern, options).Any();
}
