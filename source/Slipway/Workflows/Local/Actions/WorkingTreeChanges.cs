using System.Collections.Immutable;
using Slipway.Workflows.Local.Running;

namespace Slipway.Workflows.Local.Actions;

/// <summary>What is not committed: paths from the root of the working tree.</summary>
/// <param name="Changed">Files that Git knows and that differ.</param>
/// <param name="Added">Files that Git does not know and does not ignore.</param>
internal sealed record WorkingTreeChanges(ImmutableArray<string> Changed, ImmutableArray<string> Added, ImmutableArray<string> Deleted)
{
    public static WorkingTreeChanges None { get; } = new([], [], []);

    public int Count => Changed.Length + Added.Length + Deleted.Length;

    public IReadOnlyCollection<string> Written => [.. Changed, .. Added];

    /// <param name="working">The folder of the workspaces, which may stand in the repository and is no change of it.</param>
    public static async Task<WorkingTreeChanges> FindAsync(string root, string working, CancellationToken token)
    {
        var git = LocalGit.In(root);
        var below = Path.GetRelativePath(root, working).Replace('\\', '/') + "/";
        var tracked = await git.ListAsync(token, "diff", "--name-only", "--no-renames", "--ignore-submodules", "-z", "HEAD");
        var untracked = await git.ListAsync(token, "ls-files", "--others", "--exclude-standard", "-z");
        return new WorkingTreeChanges(
            [.. tracked.Where(path => IsFile(Path.Combine(root, path)))],
            // A repository in the repository is a folder here, and no part of a clone.
            [.. untracked.Where(path => !path.EndsWith('/') && !path.StartsWith(below, StringComparison.Ordinal))],
            [.. tracked.Where(path => !IsFile(Path.Combine(root, path)) && !Directory.Exists(Path.Combine(root, path)))]);
    }

    public void Apply(string root, string target)
    {
        foreach (var path in Deleted)
            Delete(Path.Combine(target, path));
        foreach (var path in Changed)
            Copy(Path.Combine(root, path), Path.Combine(target, path));
        // What an earlier run has laid there already keeps its time.
        foreach (var path in Added.Where(path => !IsSame(Path.Combine(root, path), Path.Combine(target, path))))
            Copy(Path.Combine(root, path), Path.Combine(target, path));
    }

    // Also a link that leads nowhere.
    private static bool IsFile(string path) => File.Exists(path) || new FileInfo(path).LinkTarget != null;

    private static void Delete(string path)
    {
        if (IsFile(path))
            File.Delete(path);
        // Git knows no empty folders.
        var folder = Path.GetDirectoryName(path)!;
        if (Directory.Exists(folder) && !Directory.EnumerateFileSystemEntries(folder).Any())
            Directory.Delete(folder);
    }

    private static void Copy(string from, string to)
    {
        if (!IsFile(from))
            return;
        if (Directory.Exists(to))
            WorkflowFolders.Remove(to);
        Directory.CreateDirectory(Path.GetDirectoryName(to)!);
        File.Delete(to);
        if (new FileInfo(from).LinkTarget is { } link)
        {
            File.CreateSymbolicLink(to, link);
            return;
        }

        File.Copy(from, to);
        // Now, and not when it was written: a build that saw another content later must not take it for old.
        File.SetLastWriteTimeUtc(to, TimeProvider.System.GetUtcNow().UtcDateTime);
    }

    private static bool IsSame(string one, string other)
    {
        var (first, second) = (new FileInfo(one), new FileInfo(other));
        return first.Exists && second.Exists && first.LinkTarget is null && second.LinkTarget is null && first.Length == second.Length
            && (OperatingSystem.IsWindows() || File.GetUnixFileMode(one) == File.GetUnixFileMode(other))
            && File.ReadAllBytes(one).AsSpan().SequenceEqual(File.ReadAllBytes(other));
    }
}
