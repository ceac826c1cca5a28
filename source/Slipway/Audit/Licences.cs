using Slipway.Cargo;
using Slipway.Cargo.Json;
using Slipway.Processes;

namespace Slipway.Audit;

/// <summary>The licences that the manifests of all crates in the tree name.</summary>
public static class Licences
{
    /// <exception cref="SlipwayException">Cargo cannot say: a crate may not have been fetched yet.</exception>
    public static async Task<IReadOnlyDictionary<(string Name, string Version), string?>> LoadAsync(string workspace, CancellationToken cancellationToken = default)
    {
        var output = await new ToolCommand(CargoExecutable.Find())
            .WithArguments("metadata", "--format-version", "1", "--color", "never", "--locked")
            .WithWorkingDirectory(workspace)
            .ReadAsync(cancellationToken);
        if (!output.Result.Succeeded)
            throw CargoError.From(workspace, output);
        var metadata = CargoJson.ReadMetadata(output.Output);
        var licences = new Dictionary<(string, string), string?>();
        foreach (var package in metadata.Packages)
            licences.TryAdd((package.Name, package.Version.Split('+')[0]), package.License);
        return licences;
    }
}
