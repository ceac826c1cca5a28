using Slipway.Cargo;

namespace Slipway.Analysis.Unsafe;

/// <summary>Every <c>unsafe</c> in the workspace's own sources, in the order of files.</summary>
public static class UnsafeInventory
{
    public static async Task<IReadOnlyList<UnsafeUse>> ReadAsync(CargoWorkspace workspace, CancellationToken cancellationToken = default)
    {
        var uses = new List<UnsafeUse>();
        var members = workspace.Packages.Select(package => package.Folder).ToHashSet(StringComparer.Ordinal);
        foreach (var package in workspace.Packages)
        {
            foreach (var file in Sources(package.Folder, members, Path.TrimEndingDirectorySeparator(workspace.TargetFolder)))
            {
                var path = Path.GetRelativePath(workspace.RootFolder, file).Replace('\\', '/');
                uses.AddRange(UnsafeScan.Of(await File.ReadAllTextAsync(file, cancellationToken), package.Name, path));
            }
        }

        return [.. uses.OrderBy(use => use.File, StringComparer.Ordinal).ThenBy(use => use.Line).ThenBy(use => use.Column)];
    }

    // Other packages below are theirs, members or not; links could lead around in a circle.
    private static IEnumerable<string> Sources(string folder, HashSet<string> members, string target)
    {
        foreach (var file in Directory.EnumerateFiles(folder, "*.rs"))
            yield return file;
        foreach (var below in new DirectoryInfo(folder).EnumerateDirectories())
        {
            if (below.Name.StartsWith('.') || below.LinkTarget is not null || below.FullName == target
                || members.Contains(below.FullName) || File.Exists(Path.Combine(below.FullName, "Cargo.toml")))
                continue;
            foreach (var file in Sources(below.FullName, members, target))
                yield return file;
        }
    }
}
