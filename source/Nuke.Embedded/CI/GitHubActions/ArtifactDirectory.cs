using Nuke.Common.Execution;
using Nuke.Common.IO;

namespace Nuke.Common.CI.GitHubActions;

/// <summary>What targets produce, as artifacts: each path up to its first part with a star.</summary>
internal static class ArtifactDirectory
{
    public static IEnumerable<(string Name, string Path)> Of(IEnumerable<ExecutableTarget> targets, AbsolutePath root)
        => targets
            .SelectMany(x => x.ArtifactProducts)
            .Select(x => PathConstruction.GetUnixRelativePath(root, WithoutPattern(root, x)))
            .Distinct(StringComparer.Ordinal)
            .Select(x => (Name(x), x));

    private static string WithoutPattern(AbsolutePath root, string product)
    {
        var path = PathConstruction.HasPathRoot(product) ? AbsolutePath.Create(product) : root / product;
        while (path.ToString().Contains('*', StringComparison.Ordinal))
            path = path.Parent;
        return path;
    }

    // The root has no name that is the same on every machine.
    private static string Name(string path) => path == "." ? "root" : path[(path.LastIndexOf('/') + 1)..];
}
