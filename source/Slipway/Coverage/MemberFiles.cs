using Slipway.Cargo;

namespace Slipway.Coverage;

/// <summary>Which files are the workspace's own: neither those of dependencies nor what is made while it is built.</summary>
internal sealed class MemberFiles(CargoWorkspace workspace, string buildFolder)
{
    private readonly HashSet<string> _members = [.. workspace.Packages.Select(package => package.Folder)];
    private readonly Dictionary<string, bool> _folders = new(StringComparer.Ordinal);

    /// <summary>The path below the workspace, with slashes; null for a file of others.</summary>
    public string? PathOf(string file)
    {
        var full = Path.GetFullPath(file, workspace.RootFolder);
        if (IsBelow(full, buildFolder) || IsBelow(full, workspace.TargetFolder) || !IsOfMember(Path.GetDirectoryName(full)))
            return null;
        return Path.GetRelativePath(workspace.RootFolder, full).Replace('\\', '/');
    }

    // The nearest manifest above a file is that of its package: a vendored one is below a member's, too.
    private bool IsOfMember(string? folder)
    {
        if (folder is null)
            return false;
        if (!_folders.TryGetValue(folder, out var isMember))
        {
            isMember = _members.Contains(folder)
                || !File.Exists(Path.Combine(folder, "Cargo.toml")) && IsOfMember(Path.GetDirectoryName(folder));
            _folders[folder] = isMember;
        }

        return isMember;
    }

    private static bool IsBelow(string path, string folder) =>
        path.StartsWith(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)) + Path.DirectorySeparatorChar, StringComparison.Ordinal);
}
