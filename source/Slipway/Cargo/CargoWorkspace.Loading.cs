using Slipway.Cargo.Json;
using Slipway.Processes;

namespace Slipway.Cargo;

public sealed partial record CargoWorkspace
{
    /// <summary>Reads the workspace that the folder's manifest belongs to.</summary>
    public static Task<CargoWorkspace> LoadAsync(string folder, CancellationToken cancellationToken = default) =>
        LoadAsync(folder, CargoWorkspaceOptions.Default, cancellationToken);

    /// <summary>Reads the workspace that the folder's manifest belongs to.</summary>
    public static async Task<CargoWorkspace> LoadAsync(
        string folder,
        CargoWorkspaceOptions options,
        CancellationToken cancellationToken = default) =>
        Parse(await ReadMetadataAsync(folder, options, cancellationToken));

    /// <summary>What <c>cargo metadata</c> writes.</summary>
    internal static async Task<string> ReadMetadataAsync(string folder, CargoWorkspaceOptions options, CancellationToken cancellationToken)
    {
        var full = Path.GetFullPath(folder);
        RequireManifest(full);
        var command = new ToolCommand(CargoExecutable.Find())
            .WithArguments("metadata", "--format-version", "1", "--color", "never")
            .AddArguments(options.Resolve ? [] : ["--no-deps"])
            .AddArguments(options.Locked ? ["--locked"] : [])
            .AddArguments(options.Offline ? ["--offline"] : [])
            .WithWorkingDirectory(full);
        var output = await command.ReadAsync(cancellationToken);
        if (!output.Result.Succeeded)
            throw CargoError.From(full, output);
        return output.Output;
    }

    internal static CargoWorkspace Parse(string metadata) => From(CargoJson.ReadMetadata(metadata));

    // Cargo looks in the folders above, too; a folder that was named must be the one that is meant.
    private static void RequireManifest(string folder)
    {
        const string Hint = "Name the folder of a Cargo package or workspace.";
        if (File.Exists(folder))
            throw new SlipwayException(ErrorKind.Configuration, $"{folder} is a file and no folder.", Hint);
        if (!Directory.Exists(folder))
            throw new SlipwayException(ErrorKind.Configuration, $"The folder {folder} does not exist.", Hint);
        if (!File.Exists(Path.Combine(folder, "Cargo.toml")))
            throw new SlipwayException(ErrorKind.Configuration, $"There is no Cargo.toml in {folder}.", Hint);
    }
}
