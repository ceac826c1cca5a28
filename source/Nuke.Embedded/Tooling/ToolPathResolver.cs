using Nuke.Common.IO;

namespace Nuke.Common.Tooling;

/// <summary>Finds programs.</summary>
public static class ToolPathResolver
{
    /// <summary>The program that the environment variable <c>NAME_EXE</c> names, or <c>null</c>.</summary>
    public static string TryGetEnvironmentExecutable(string environmentExecutable)
    {
        var path = EnvironmentInfo.GetVariable(environmentExecutable);
        if (string.IsNullOrWhiteSpace(path))
            return null!;
        if (!PathConstruction.HasPathRoot(path))
            path = Path.Combine(EnvironmentInfo.WorkingDirectory, path);
        Assert.FileExists(path, $"The environment variable {environmentExecutable} names '{path}', which does not exist");
        return path;
    }

    /// <summary>The full path of a program that is on PATH.</summary>
    public static string GetPathExecutable(string pathExecutable)
        => Find(pathExecutable)
            ?? throw new ArgumentException($"'{pathExecutable}' is not on the PATH. Install it, or set {VariableName(pathExecutable)} to its full path.");

    /// <summary>The program to start for a path or name, and the arguments that come before all others.</summary>
    internal static (string FileName, string Prefix) Resolve(string toolPath)
    {
        Assert.NotNullOrWhiteSpace(toolPath, "The tool to start has no name");
        if (!Path.IsPathRooted(toolPath) && Path.GetFileName(toolPath) == toolPath && !File.Exists(toolPath))
            toolPath = GetPathExecutable(toolPath);
        toolPath = Path.GetFullPath(toolPath, EnvironmentInfo.WorkingDirectory);
        Assert.FileExists(toolPath, $"The tool '{toolPath}' does not exist");
        return Path.GetExtension(toolPath).ToUpperInvariant() switch
        {
            ".DLL" => (TryGetEnvironmentExecutable("DOTNET_EXE") ?? GetPathExecutable("dotnet"), ArgumentText.Join([toolPath])),
            ".EXE" when !OperatingSystem.IsWindows() => (GetPathExecutable("mono"), ArgumentText.Join([toolPath])),
            _ => (toolPath, ""),
        };
    }

    internal static string VariableName(string tool)
        => string.Concat(Path.GetFileNameWithoutExtension(tool).Select(x => char.IsAsciiLetterOrDigit(x) ? char.ToUpperInvariant(x) : '_')) + "_EXE";

    internal static string? Find(string name) => EnvironmentInfo.Paths
        .SelectMany(folder => FileNames(name).Select(file => Path.Combine(folder, file)))
        .FirstOrDefault(IsExecutable);

    private static IEnumerable<string> FileNames(string name)
    {
        if (!OperatingSystem.IsWindows())
            return [name];
        var extensions = (EnvironmentInfo.GetVariable("PATHEXT") ?? ".EXE;.CMD;.BAT").Split(';', StringSplitOptions.RemoveEmptyEntries);
        return extensions.Contains(Path.GetExtension(name), StringComparer.OrdinalIgnoreCase)
            ? [name]
            : extensions.Select(x => name + x);
    }

    private static bool IsExecutable(string path)
        => File.Exists(path)
            && (OperatingSystem.IsWindows()
                || (File.GetUnixFileMode(path) & (UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute)) != 0);
}
