using Nuke.Common;
using Nuke.Common.IO;
using Nuke.Common.Tooling;
using Slipway.Cargo;

namespace Slipway.Components;

/// <summary>The Cargo workspace that a pipeline works on.</summary>
public interface IHazCargoWorkspace : INukeBuild
{
    /// <summary>The folder of the workspace's <c>Cargo.toml</c>.</summary>
    [Parameter("Folder of the Cargo workspace; default: the repository")]
    AbsolutePath Workspace => TryGetValue(() => Workspace) ?? RootDirectory;

    /// <summary>The triples to build for; none is the host's.</summary>
    [Parameter("Target triples to build for; default: the host's")]
    string[] RustTarget => TryGetValue(() => RustTarget) ?? [];

    /// <summary>What cargo says of the workspace; read once.</summary>
    /// <exception cref="SlipwayException">There is no workspace, or its manifest is broken.</exception>
    CargoWorkspace CargoWorkspace => PipelineState.Of(this).Workspace(this, Workspace);

    /// <summary>What all cargo commands of the pipeline have in common.</summary>
    sealed Configure<CargoCommand> CargoSettingsBase => _ => _
        .WithWorkspace(CargoWorkspace)
        // Without a lock file there is nothing to hold to; with one it must be current.
        .WithLocked(File.Exists(Path.Combine(CargoWorkspace.RootFolder, "Cargo.lock")))
        .WithColor(PipelineLog.UsesColor);

    /// <summary>What the build class adds to all cargo commands.</summary>
    Configure<CargoCommand> CargoSettings => _ => _;
}
