using Slipway.Processes;

namespace Slipway.Proofs;

/// <summary>Lists the files of a folder that belong to its project: what git knows or would, and without git all but what tools have made.</summary>
internal static class FileLister
{
    // What backups and caches of build tools are known by; cargo writes one into its target folder.
    private const string CacheTag = "CACHEDIR.TAG";

    /// <param name="excluded">Folders of which nothing counts.</param>
    public static async Task<IReadOnlyList<string>> ListAsync(string folder, IReadOnlyCollection<string> excluded, CancellationToken cancellationToken)
    {
        var root = Path.GetFullPath(folder);
        var files = await GitFilesAsync(root, cancellationToken) is { } known
            ? known.SelectMany(name => FilesOf(Path.Combine(root, Path.TrimEndingDirectorySeparator(name))))
            : Walk(new DirectoryInfo(root));
        return [.. files.Where(file => !excluded.Any(other => IsBelow(file, other)))];
    }

    private static async Task<IReadOnlyList<string>?> GitFilesAsync(string folder, CancellationToken cancellationToken)
    {
        if (Git.Find(folder) is not { } git)
            return null;
        var output = await git.RunAsync(cancellationToken, "ls-files", "-z", "--cached", "--others", "--exclude-standard", "--deduplicate");
        return output.Result.Succeeded ? output.Output.TrimEnd('\n').Split('\0', StringSplitOptions.RemoveEmptyEntries) : null;
    }

    // Git names a repository inside the repository, and looks no further.
    private static IEnumerable<string> FilesOf(string path) =>
        Directory.Exists(path) ? Walk(new DirectoryInfo(path)) : [path];

    private static IEnumerable<string> Walk(DirectoryInfo folder)
    {
        if (folder.Name == ".git" || File.Exists(Path.Combine(folder.FullName, CacheTag)))
            yield break;
        foreach (var entry in folder.EnumerateFileSystemInfos("*", new EnumerationOptions { AttributesToSkip = 0, IgnoreInaccessible = true }))
        {
            if (entry is not DirectoryInfo inner)
            {
                yield return entry.FullName;
                continue;
            }

            // A link to a folder above would never end.
            foreach (var file in inner.LinkTarget is null ? Walk(inner) : [])
                yield return file;
        }
    }

    private static bool IsBelow(string file, string folder) =>
        file.StartsWith(Path.TrimEndingDirectorySeparator(folder) + Path.DirectorySeparatorChar, StringComparison.Ordinal);
}
