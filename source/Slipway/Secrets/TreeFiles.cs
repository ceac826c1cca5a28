using Slipway.Processes;

namespace Slipway.Secrets;

/// <summary>The files that are, or could be, committed; without git all that are not built.</summary>
internal static class TreeFiles
{
    private static readonly string[] NotWritten = [".git", "target", "node_modules"];

    /// <summary>Paths below the root, with slashes and sorted.</summary>
    public static async Task<IReadOnlyList<string>> ListAsync(string root, Git? git, CancellationToken cancellationToken)
    {
        if (git is null)
            return [.. Walk(root, "").Order(StringComparer.Ordinal)];
        var listed = await git.RunAsync(cancellationToken, "ls-files", "-z", "--cached", "--others", "--exclude-standard");
        listed.Result.EnsureSuccess();
        return
        [
            .. listed.Output.TrimEnd('\n').Split('\0', StringSplitOptions.RemoveEmptyEntries)
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal),
        ];
    }

    private static IEnumerable<string> Walk(string folder, string prefix)
    {
        foreach (var entry in new DirectoryInfo(folder).EnumerateFileSystemInfos())
        {
            if (entry.LinkTarget is not null)
                continue;
            if (entry is FileInfo)
            {
                yield return prefix + entry.Name;
            }
            else if (!NotWritten.Contains(entry.Name, StringComparer.Ordinal))
            {
                foreach (var file in Walk(entry.FullName, $"{prefix}{entry.Name}/"))
                    yield return file;
            }
        }
    }
}
