namespace Slipway.Processes;

/// <summary>Finds programs as a shell would.</summary>
public static class Executables
{
    /// <summary>The full path of a program on PATH, or in one of the further folders.</summary>
    public static string? Find(string name, params IEnumerable<string> furtherFolders) =>
        FindIn(Folders().Concat(furtherFolders), name);

    internal static IEnumerable<string> Folders() => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);

    internal static string? FindIn(IEnumerable<string> folders, string name) => folders
        .SelectMany(folder => Names(name).Select(file => Path.Combine(folder, file)))
        .FirstOrDefault(IsExecutable);

    private static IEnumerable<string> Names(string name)
    {
        if (!OperatingSystem.IsWindows() || Path.HasExtension(name))
            return [name];
        var extensions = Environment.GetEnvironmentVariable("PATHEXT") ?? ".EXE;.CMD;.BAT";
        return extensions.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(extension => name + extension);
    }

    internal static bool IsExecutable(string path) =>
        File.Exists(path)
        && (OperatingSystem.IsWindows()
            || (File.GetUnixFileMode(path) & (UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute)) != 0);
}
