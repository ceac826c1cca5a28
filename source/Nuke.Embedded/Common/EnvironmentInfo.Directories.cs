using Nuke.Common.IO;
using Nuke.Common.Utilities;

namespace Nuke.Common;

public static partial class EnvironmentInfo
{
    /// <summary>The working directory of this process.</summary>
    public static AbsolutePath WorkingDirectory
    {
        get => AbsolutePath.Create(Environment.CurrentDirectory);
        set => Environment.CurrentDirectory = value;
    }

    /// <summary>Changes the working directory until the result is disposed.</summary>
    public static IDisposable SwitchWorkingDirectory(this AbsolutePath workingDirectory)
    {
        var previous = WorkingDirectory;
        return DelegateDisposable.CreateBracket(
            () => WorkingDirectory = workingDirectory,
            () => WorkingDirectory = previous);
    }

    /// <summary>A folder the operating system keeps for a purpose; null if it has none.</summary>
    public static AbsolutePath SpecialFolder(SpecialFolders folder)
    {
        var path = Environment.GetFolderPath((Environment.SpecialFolder)folder, Environment.SpecialFolderOption.DoNotVerify);
        return path.Length == 0 ? null! : AbsolutePath.Create(path);
    }
}
