using System.Collections.Concurrent;
using System.IO.Enumeration;

namespace Slipway.Workflows.Local.Running;

/// <summary>The artifacts of a workflow: one folder each, as they stand in GitHub's archives.</summary>
internal sealed class ArtifactStore(string folder)
{
    private const string Forbidden = "\":<>|*?\r\n\\/";

    private readonly ConcurrentDictionary<string, bool> _uploaded = new(StringComparer.Ordinal);

    /// <summary>The names that match, sorted; a null pattern matches all.</summary>
    public IReadOnlyList<string> List(string? pattern) => !Directory.Exists(folder)
        ? []
        : [.. Directory.EnumerateDirectories(folder).Select(path => Path.GetFileName(path)!)
            .Where(name => pattern is null || FileSystemName.MatchesSimpleExpression(pattern, name, ignoreCase: false))
            .Order(StringComparer.Ordinal)];

    /// <summary>Keeps files under a name that this run has not used yet; what an earlier run left is replaced.</summary>
    public void Add(string name, string root, IEnumerable<string> files, bool overwrite)
    {
        if (name.Length == 0 || name.IndexOfAny([.. Forbidden]) >= 0 || name is "." or "..")
            throw new SlipwayException(ErrorKind.Configuration, $"'{name}' cannot name an artifact.", "It must not hold any of \" : < > | * ? \\ /.");
        if (!_uploaded.TryAdd(name, true) && !overwrite)
            throw new SlipwayException(ErrorKind.Configuration, $"There is an artifact {name} already.", "Give each its own name, or say `overwrite: true`.");
        WorkflowFolders.Empty(Path.Combine(folder, name));
        foreach (var file in files)
            Copy(file, Path.Combine(folder, name, Path.GetRelativePath(root, file)));
    }

    /// <summary>Copies an artifact's files into a folder; how many they were.</summary>
    public int Extract(string name, string target)
    {
        var files = Directory.GetFiles(Path.Combine(folder, name), "*", SearchOption.AllDirectories);
        foreach (var file in files)
            Copy(file, Path.Combine(target, Path.GetRelativePath(Path.Combine(folder, name), file)));
        return files.Length;
    }

    public void Clear() => WorkflowFolders.Remove(folder);

    private static void Copy(string from, string to)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(to)!);
        File.Copy(from, to, overwrite: true);
        // GitHub's archives keep no permissions: what was a program no longer is one.
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(to, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead);
    }
}
