namespace Nuke.Common.IO;

public static partial class AbsolutePathExtensions
{
    /// <summary>Moves a file, or a directory with everything in it, to the target.</summary>
    public static AbsolutePath Move(
        this AbsolutePath source,
        AbsolutePath target,
        ExistsPolicy policy = ExistsPolicy.Fail,
        bool createDirectories = true,
        bool deleteRemainingFiles = false)
    {
        Prepare(source, target, createDirectories);
        if (source.FileExists())
            MoveFile(source, target, policy);
        else
            MoveDirectory(source, target, policy);
        if (deleteRemainingFiles)
        {
            source.DeleteFile();
            source.DeleteDirectory();
        }

        return target;
    }

    /// <summary>Moves a file or a directory into the target directory.</summary>
    public static AbsolutePath MoveToDirectory(
        this AbsolutePath source,
        AbsolutePath targetDirectory,
        ExistsPolicy policy = ExistsPolicy.Fail,
        bool createDirectories = true,
        bool deleteRemainingFiles = false) =>
        source.Move(targetDirectory / source.Name, policy, createDirectories, deleteRemainingFiles);

    /// <summary>Gives a file or directory another name.</summary>
    public static AbsolutePath Rename(this AbsolutePath path, string newName, ExistsPolicy policy = ExistsPolicy.Fail) =>
        path.Name == newName ? path : path.Move(path.Parent / newName, policy);

    /// <summary>Gives a file or directory another name.</summary>
    public static AbsolutePath Rename(
        this AbsolutePath path,
        Func<AbsolutePath, string> newName,
        ExistsPolicy policy = ExistsPolicy.Fail) =>
        path.Rename(newName(path), policy);

    /// <summary>Gives a file another name and keeps its extension.</summary>
    public static AbsolutePath RenameWithoutExtension(
        this AbsolutePath path,
        string newName,
        ExistsPolicy policy = ExistsPolicy.Fail) =>
        path.Rename(newName + path.Extension, policy);

    /// <summary>Gives a file another name and keeps its extension.</summary>
    public static AbsolutePath RenameWithoutExtension(
        this AbsolutePath path,
        Func<AbsolutePath, string> newName,
        ExistsPolicy policy = ExistsPolicy.Fail) =>
        path.RenameWithoutExtension(newName(path), policy);

    private static void MoveFile(AbsolutePath source, AbsolutePath target, ExistsPolicy policy)
    {
        if (MayWrite(source, target, policy))
            File.Move(source, target, overwrite: true);
    }

    private static void MoveDirectory(AbsolutePath source, AbsolutePath target, ExistsPolicy policy)
    {
        CheckDirectoryPolicy(source, target, policy);
        if (!target.DirectoryExists() && TryMoveWhole(source, target))
            return;

        target.CreateDirectory();
        foreach (var file in source.GetFiles())
            MoveFile(file, target / file.Name, policy);
        foreach (var directory in source.GetDirectories())
            MoveDirectory(directory, target / directory.Name, policy);
        if (!Directory.EnumerateFileSystemEntries(source).Any())
            source.DeleteDirectory();
    }

    // A directory cannot be moved whole to another volume; its files can.
    private static bool TryMoveWhole(AbsolutePath source, AbsolutePath target)
    {
        try
        {
            Directory.Move(source, target);
            return true;
        }
        catch (IOException) when (source.DirectoryExists() && !target.DirectoryExists())
        {
            return false;
        }
    }
}
