namespace Nuke.Common.IO;

public static partial class AbsolutePathExtensions
{
    /// <summary>Copies a file, or a directory with everything in it, to the target.</summary>
    public static AbsolutePath Copy(
        this AbsolutePath source,
        AbsolutePath target,
        ExistsPolicy policy = ExistsPolicy.Fail,
        Func<AbsolutePath, bool>? excludeDirectory = null,
        Func<AbsolutePath, bool>? excludeFile = null,
        bool createDirectories = true)
    {
        Prepare(source, target, createDirectories);
        if (source.FileExists())
            CopyFile(source, target, policy);
        else
            CopyDirectory(source, target, policy, excludeDirectory, excludeFile);
        return target;
    }

    /// <summary>Copies a file or a directory into the target directory.</summary>
    public static AbsolutePath CopyToDirectory(
        this AbsolutePath source,
        AbsolutePath targetDirectory,
        ExistsPolicy policy = ExistsPolicy.Fail,
        Func<AbsolutePath, bool>? excludeDirectory = null,
        Func<AbsolutePath, bool>? excludeFile = null,
        bool createDirectories = true) =>
        source.Copy(targetDirectory / source.Name, policy, excludeDirectory, excludeFile, createDirectories);

    private static void CopyDirectory(
        AbsolutePath source,
        AbsolutePath target,
        ExistsPolicy policy,
        Func<AbsolutePath, bool>? excludeDirectory,
        Func<AbsolutePath, bool>? excludeFile)
    {
        CheckDirectoryPolicy(source, target, policy);
        target.CreateDirectory();
        foreach (var file in source.GetFiles())
        {
            if (excludeFile?.Invoke(file) != true)
                CopyFile(file, target / file.Name, policy);
        }

        foreach (var directory in source.GetDirectories())
        {
            if (excludeDirectory?.Invoke(directory) == true)
                continue;
            if (directory.ToDirectoryInfo().LinkTarget is { } link)
                CopyLink(link, target / directory.Name, policy);
            else
                CopyDirectory(directory, target / directory.Name, policy, excludeDirectory, excludeFile);
        }
    }

    private static void CopyFile(AbsolutePath source, AbsolutePath target, ExistsPolicy policy)
    {
        if (MayWrite(source, target, policy))
            File.Copy(source, target, overwrite: true);
    }

    private static void CopyLink(string link, AbsolutePath target, ExistsPolicy policy)
    {
        if (target.DirectoryExists())
            Assert.True(policy.HasFlag(ExistsPolicy.DirectoryMerge), $"Directory '{target}' exists already");
        else
            Directory.CreateSymbolicLink(target, link);
    }

    private static void Prepare(AbsolutePath source, AbsolutePath target, bool createDirectories)
    {
        Assert.True(source.FileExists() || source.DirectoryExists(), $"'{source}' does not exist");
        Assert.False(source.Contains(target), $"'{target}' must not be '{source}' or stand in it");
        if (createDirectories)
            target.EnsureParent();
        else
            Assert.DirectoryExists(target.Parent, $"Directory '{target.Parent}' does not exist");
    }

    private static void CheckDirectoryPolicy(AbsolutePath source, AbsolutePath target, ExistsPolicy policy)
    {
        Assert.False(target.FileExists(), $"Directory '{source}' cannot replace the file '{target}'");
        Assert.True(
            !target.DirectoryExists() || policy.HasFlag(ExistsPolicy.DirectoryMerge),
            $"Directory '{target}' exists already");
    }

    private static bool MayWrite(AbsolutePath source, AbsolutePath target, ExistsPolicy policy)
    {
        Assert.False(target.DirectoryExists(), $"File '{source}' cannot replace the directory '{target}'");
        if (!target.FileExists() || policy.HasFlag(ExistsPolicy.FileOverwrite))
            return true;
        if (policy.HasFlag(ExistsPolicy.FileOverwriteIfNewer))
            return source.GetLastWriteTimeUtc() > target.GetLastWriteTimeUtc();
        Assert.True(policy.HasFlag(ExistsPolicy.FileSkip), $"File '{target}' exists already");
        return false;
    }
}
