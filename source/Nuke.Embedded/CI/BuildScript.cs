using Nuke.Common.Execution;
using Nuke.Common.IO;

namespace Nuke.Common.CI;

/// <summary>The script that servers start the build with.</summary>
internal static class BuildScript
{
    private const string Name = "build.cmd";

    /// <summary>The path of the script, relative to the root, with slashes.</summary>
    public static string Find(AbsolutePath root)
    {
        var directories = Directory.EnumerateDirectories(root).Order(StringComparer.Ordinal).Prepend(root.ToString());
        var directory = directories.FirstOrDefault(x => File.Exists(Path.Combine(x, Name)))
            ?? throw new BuildUsageException(
                $"There is no {Name} in {root} or one folder below. Generated workflows start it on every system: add it beside build.sh.");
        return PathConstruction.GetUnixRelativePath(root, Path.Combine(directory, Name));
    }
}
