using System.Collections.Immutable;
using System.Security.Cryptography;
using Slipway.Cargo;
using Slipway.Manifest;
using Slipway.Processes;

namespace Slipway.Releasing.Crates;

/// <summary>Makes the files that go to the registry, whose bytes depend on commit and cargo alone, and checks that they build.</summary>
public static class CratePacker
{
    /// <summary>The crates with the digests of their files.</summary>
    /// <param name="registry">Has what the crates depend on; the bytes are the same when it stands for crates.io.</param>
    /// <param name="folder">Where cargo works.</param>
    /// <exception cref="SlipwayException">A crate cannot be packed, or what was packed does not build.</exception>
    public static async Task<ImmutableArray<ReleaseCrate>> PackAsync(
        CargoWorkspace workspace,
        IReadOnlyCollection<CargoPackage> packages,
        CrateRegistry registry,
        string folder,
        bool allowDirty,
        CancellationToken cancellationToken)
    {
        if (packages.Count == 0)
            return [];
        var output = await new ToolCommand(CargoExecutable.Find())
            .WithArguments(["package", "--locked", .. packages.SelectMany(package => new[] { "--package", package.Name }), .. allowDirty ? CratesStep.Dirty : [], .. registry.CargoArguments])
            .WithWorkingDirectory(workspace.RootFolder)
            .WithEnvironment(registry.Environment(token: null))
            .WithEnvironment("CARGO_TARGET_DIR", folder)
            .ReadAsync(cancellationToken);
        if (!output.Result.Succeeded)
        {
            throw new SlipwayException(
                ErrorKind.Verdict,
                $"The crates cannot be packed: {CargoError.Message(output.Error).TrimEnd('.')}.",
                "`cargo package` shows the same. A file that is missing in the crate may be left out by `include`, `exclude` or .gitignore.",
                new SourceLocation(workspace.ManifestPath));
        }

        var crates = ImmutableArray.CreateBuilder<ReleaseCrate>(packages.Count);
        foreach (var package in packages)
        {
            await using var file = File.OpenRead(Path.Combine(folder, "package", $"{package.Name}-{package.Version}.crate"));
            crates.Add(new ReleaseCrate(package.Name, package.Version, Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancellationToken))));
        }

        return crates.ToImmutable();
    }
}
