namespace Slipway.Proofs;

/// <summary>What rustc says that it has read: it writes a <c>.d</c> file beside everything that it makes.</summary>
internal static class DepInfo
{
    private const string VariableMark = "# env-dep:";

    // Cargo sets these, from what counts already.
    private static readonly string[] OfCargo = ["CARGO", "CLIPPY_", "OUT_DIR", "RUSTC"];

    /// <summary>The files and the environment variables of everything in a target folder, also of what was built there before.</summary>
    /// <param name="root">What relative paths are relative to.</param>
    public static (IReadOnlyList<string> Files, IReadOnlyList<string> Variables) Read(string targetFolder, string root)
    {
        var files = new SortedSet<string>(StringComparer.Ordinal);
        var variables = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var line in DepFiles(targetFolder).SelectMany(File.ReadLines))
        {
            if (line.StartsWith(VariableMark, StringComparison.Ordinal))
                variables.Add(line[VariableMark.Length..].Split('=')[0]);
            // Each file also stands alone, as a target that make need not build.
            else if (line is [not '#', .., ':'])
                files.Add(Path.GetFullPath(Unescape(line[..^1]), root));
        }

        return ([.. files], [.. variables.Where(name => !OfCargo.Any(prefix => name.StartsWith(prefix, StringComparison.Ordinal)))]);
    }

    /// <summary>A variable as it is now: its name, and its value when it has one.</summary>
    public static string Describe(string name) =>
        Environment.GetEnvironmentVariable(name) is { } value ? $"{name}={value}" : name;

    private static IEnumerable<string> DepFiles(string targetFolder)
    {
        if (!Directory.Exists(targetFolder))
            return [];
        var folders = Directory.GetDirectories(targetFolder);
        return folders.Concat(folders.SelectMany(Directory.GetDirectories))
            .Select(folder => Path.Combine(folder, "deps"))
            .Where(Directory.Exists)
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*.d"));
    }

    private static string Unescape(string path) => path.Replace("\\ ", " ", StringComparison.Ordinal);
}
