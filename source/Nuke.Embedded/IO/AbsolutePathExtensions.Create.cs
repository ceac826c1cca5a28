namespace Nuke.Common.IO;

public static partial class AbsolutePathExtensions
{
    /// <summary>Creates the directory and those above it, if they are missing.</summary>
    public static AbsolutePath CreateDirectory(this AbsolutePath path)
    {
        Directory.CreateDirectory(path);
        return path;
    }

    /// <summary>Creates the directory, or deletes everything in it.</summary>
    public static AbsolutePath CreateOrCleanDirectory(this AbsolutePath path)
    {
        if (path.DirectoryExists())
            DeleteContent(path.ToDirectoryInfo());
        return path.CreateDirectory();
    }

    /// <summary>Sets the file's last write time to the given one or now; creates the file if it is missing.</summary>
    public static AbsolutePath TouchFile(this AbsolutePath path, DateTime? time = null, bool createDirectories = true)
    {
        if (createDirectories)
            path.Parent.CreateDirectory();
        if (!path.FileExists())
            File.WriteAllBytes(path, []);
        File.SetLastWriteTimeUtc(path, time?.ToUniversalTime() ?? TimeProvider.System.GetUtcNow().UtcDateTime);
        return path;
    }

    /// <summary>Deletes the file, if there is one.</summary>
    public static void DeleteFile(this AbsolutePath path)
    {
        var file = path.ToFileInfo();
        if (file.Exists || file.LinkTarget is not null)
            Delete(file);
    }

    /// <summary>Deletes the directory with everything in it, if there is one.</summary>
    public static void DeleteDirectory(this AbsolutePath path)
    {
        if (path.DirectoryExists())
            Delete(path.ToDirectoryInfo());
    }

    /// <summary>Deletes the files that there are.</summary>
    public static void DeleteFiles(this IEnumerable<AbsolutePath> paths)
    {
        foreach (var path in paths)
            path.DeleteFile();
    }

    /// <summary>Deletes the directories that there are.</summary>
    public static void DeleteDirectories(this IEnumerable<AbsolutePath> paths)
    {
        foreach (var path in paths)
            path.DeleteDirectory();
    }

    /// <summary>Creates the directories that are missing.</summary>
    public static void CreateDirectories(this IEnumerable<AbsolutePath> paths)
    {
        foreach (var path in paths)
            path.CreateDirectory();
    }

    /// <summary>Creates the directories, or deletes everything in them.</summary>
    public static void CreateOrCleanDirectories(this IEnumerable<AbsolutePath> paths)
    {
        foreach (var path in paths)
            path.CreateOrCleanDirectory();
    }

    private static void DeleteContent(DirectoryInfo directory)
    {
        foreach (var entry in directory.EnumerateFileSystemInfos())
            Delete(entry);
    }

    private static void Delete(FileSystemInfo entry)
    {
        // Windows refuses to delete read-only files, such as git's objects.
        if (OperatingSystem.IsWindows() && entry.Attributes.HasFlag(FileAttributes.ReadOnly))
            entry.Attributes &= ~FileAttributes.ReadOnly;
        // Of a link only the link is deleted.
        if (entry is DirectoryInfo { LinkTarget: null } directory)
            DeleteContent(directory);
        entry.Delete();
    }
}
