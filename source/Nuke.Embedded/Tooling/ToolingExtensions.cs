using Nuke.Common.IO;
using Serilog;
using Serilog.Events;

namespace Nuke.Common.Tooling;

/// <summary>What the operating system does with files; all is done when the methods return.</summary>
public static class ToolingExtensions
{
    /// <summary>Lets everyone execute the file who may read it; on Windows only git's index can say so.</summary>
    public static AbsolutePath SetExecutable(this AbsolutePath path, bool updateVcsIndex = false)
    {
        Assert.FileExists(path);
        if (!OperatingSystem.IsWindows())
        {
            var mode = File.GetUnixFileMode(path);
            File.SetUnixFileMode(path, mode | (UnixFileMode)(((int)mode & 0b100_100_100) >> 2));
        }

        if (updateVcsIndex)
            Tools.Git.GitTasks.Git($"update-index --add --chmod=+x {path}", workingDirectory: path.Parent);
        return path;
    }

    /// <summary>Sets the permissions as <c>chmod</c> does: <c>755</c>, <c>+x</c>, <c>u+rw,go-w</c>; nothing on Windows.</summary>
    public static AbsolutePath SetUnixPermissions(this AbsolutePath path, string permissions)
    {
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, UnixPermissions.Apply(File.GetUnixFileMode(path), permissions));
        return path;
    }

    /// <summary>Sets the permissions, where 755 is what <c>chmod</c> means by it.</summary>
    public static AbsolutePath SetUnixPermissions(this AbsolutePath path, int permissions)
        => path.SetUnixPermissions(permissions.ToString("000", System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>Makes a symbolic link that leads to the path.</summary>
    /// <param name="force">Replaces what stands at the place of the link.</param>
    public static AbsolutePath AddUnixSymlink(this AbsolutePath path, AbsolutePath linkPath, bool force = false)
    {
        if (force && new FileInfo(linkPath) is ({ LinkTarget: not null } or { Exists: true }))
            File.Delete(linkPath);
        if (Directory.Exists(path))
            Directory.CreateSymbolicLink(linkPath, path);
        else
            File.CreateSymbolicLink(linkPath, path);
        return path;
    }

    /// <summary>Runs the file, with another program if one is named, and waits for its end.</summary>
    public static AbsolutePath Run(this AbsolutePath path, string? prefix = null, Action<AbsolutePath>? cleanup = null)
    {
        try
        {
            using var process = prefix == null
                ? ProcessTasks.StartProcess(path)
                : ProcessTasks.StartProcess(prefix, $"{path:dn}");
            process.AssertZeroExitCode();
        }
        finally
        {
            cleanup?.Invoke(path);
        }

        return path;
    }

    /// <summary>Opens the file or folder with the program the desktop has for it.</summary>
    public static AbsolutePath Open(this AbsolutePath path)
    {
        using var process = OperatingSystem.IsWindows()
            ? ProcessTasks.StartProcess("explorer", $"{path:dn}")
            : ProcessTasks.StartProcess(OperatingSystem.IsMacOS() ? "open" : "xdg-open", $"{path:dn}");
        return path;
    }

    /// <summary>Logs the lines of the file.</summary>
    public static AbsolutePath Print(this AbsolutePath path, LogEventLevel level = LogEventLevel.Information)
    {
        foreach (var line in File.ReadLines(path))
            Log.Write(level, "{Line:l}", line);
        return path;
    }
}
