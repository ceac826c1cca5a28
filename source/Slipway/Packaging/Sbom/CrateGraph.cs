using Slipway.Cargo;
using Slipway.Cargo.Json;
using Slipway.Processes;

namespace Slipway.Packaging;

/// <summary>What went into the programs of a package: normal and build dependencies of all platforms, not those of its tests.</summary>
public static class CrateGraph
{
    private const string CratesIo = "registry+https://github.com/rust-lang/crates.io-index";

    /// <summary>The bill of materials of a package, as CycloneDX.</summary>
    /// <param name="time">The commit's.</param>
    /// <exception cref="SlipwayException">Cargo cannot say: the lock file may be out of date.</exception>
    public static async Task<string> WriteBillAsync(CargoWorkspace workspace, CargoPackage package, DateTimeOffset time, CancellationToken cancellationToken = default)
    {
        var output = await new ToolCommand(CargoExecutable.Find())
            .WithArguments("metadata", "--format-version", "1", "--color", "never", "--locked")
            .WithWorkingDirectory(workspace.RootFolder)
            .ReadAsync(cancellationToken);
        if (!output.Result.Succeeded)
            throw CargoError.From(workspace.RootFolder, output);
        return Write(CargoJson.ReadMetadata(output.Output), package.Id, time);
    }

    internal static string Write(MetadataJson metadata, string rootId, DateTimeOffset time)
    {
        var packages = metadata.Packages.ToDictionary(package => package.Id, StringComparer.Ordinal);
        var nodes = (metadata.Resolve?.Nodes ?? []).ToDictionary(node => node.Id, StringComparer.Ordinal);
        var found = new Dictionary<string, SbomComponent>(StringComparer.Ordinal);
        var open = new Stack<string>([rootId]);
        while (open.TryPop(out var id))
        {
            if (found.ContainsKey(id) || !packages.TryGetValue(id, out var package))
                continue;
            var needs = nodes.TryGetValue(id, out var node)
                ? node.Deps.Where(dependency => dependency.DepKinds.Any(kind => kind.Kind != "dev") && packages.ContainsKey(dependency.Pkg)).Select(dependency => dependency.Pkg).ToList()
                : [];
            found.Add(id, new SbomComponent(UrlOf(package), package.Name, package.Version, package.License, package.Repository, [.. needs.Select(need => UrlOf(packages[need]))]));
            foreach (var need in needs)
                open.Push(need);
        }

        return found.Remove(rootId, out var root)
            ? CycloneDx.Write(root, found.Values, time)
            : throw new SlipwayException(ErrorKind.Environment, $"`cargo metadata` does not know {PackageId.NameOf(rootId)}.");
    }

    // Source: the package URL specification, type cargo.
    private static string UrlOf(PackageJson package) => $"pkg:cargo/{package.Name}@{Uri.EscapeDataString(package.Version)}" + (package.Source switch
    {
        null or CratesIo => "",
        var git when git.StartsWith("git+", StringComparison.Ordinal) => $"?vcs_url={Uri.EscapeDataString(git)}",
        var other => $"?repository_url={Uri.EscapeDataString(other)}",
    });
}
