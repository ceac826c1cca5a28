namespace Nuke.Common.IO;

/// <summary>Where an archive's entry may be unpacked to: nowhere but below the target directory.</summary>
internal static class ArchiveTarget
{
    public static AbsolutePath Of(AbsolutePath archiveFile, AbsolutePath directory, string name)
    {
        var target = Below(directory, name);
        if (target is null)
            Assert.Fail($"Archive '{archiveFile}' has the entry '{name}', which leads out of the target directory");
        for (var parent = target.Parent; parent is not null && parent != directory && directory.Contains(parent); parent = parent.Parent)
        {
            // A link that an earlier entry made could lead anywhere.
            if (new DirectoryInfo(parent).LinkTarget is not null)
                Assert.Fail($"Archive '{archiveFile}' has the entry '{name}', which leads through the link '{parent}'");
        }

        return target;
    }

    public static void CheckLink(AbsolutePath archiveFile, AbsolutePath directory, AbsolutePath link, string linkTarget)
    {
        if (PathConstruction.HasPathRoot(linkTarget)
            || Below(directory, $"{directory.GetUnixRelativePathTo(link.Parent)}/{linkTarget}") is null)
        {
            Assert.Fail($"Archive '{archiveFile}' has the link '{link.Name}' to '{linkTarget}', which leads out of the target directory");
        }
    }

    private static AbsolutePath? Below(AbsolutePath directory, string name)
    {
        if (PathConstruction.HasPathRoot(name))
            return null;
        var relative = PathConstruction.NormalizePath(name, PathConstruction.UnixSeparator);
        return relative == ".." || relative.StartsWith("../", StringComparison.Ordinal) ? null : directory / relative;
    }
}
