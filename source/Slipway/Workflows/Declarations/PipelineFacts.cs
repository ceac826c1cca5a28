namespace Slipway.Workflows;

/// <summary>What all workflows of a repository have in common.</summary>
/// <param name="Pins">The actions and their commits.</param>
public sealed record PipelineFacts(ActionPins Pins)
{
    /// <summary>The script that starts the build on every system.</summary>
    public string BuildCommand { get; init; } = "./build.cmd";

    /// <summary>The folder of the Cargo workspace from the root; empty when it is the root.</summary>
    public string Workspace { get; init; } = "";

    /// <summary>Whether <c>global.json</c> says which SDK is used.</summary>
    public bool HasGlobalJson { get; init; } = true;

    /// <summary>Whether a toolchain file says which Rust is used.</summary>
    public bool HasToolchainFile { get; init; }

    public string DefaultBranch { get; init; } = "main";

    /// <summary>The day from which the ends of runner images are seen: that of their table, whenever a build runs.</summary>
    public DateOnly AsOf { get; init; } = RunnerImages.AsOf;
}
