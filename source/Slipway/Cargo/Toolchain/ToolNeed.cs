namespace Slipway.Cargo;

/// <summary>A tool that the pipeline uses.</summary>
/// <param name="Purpose">What for, as the rest of the sentence "it is needed to …".</param>
public sealed record ToolNeed(string Name, string Purpose, bool IsRequired = true)
{
    public static ToolNeed Cargo { get; } = new("cargo", "build the workspace");

    public static ToolNeed Rustc { get; } = new("rustc", "compile");

    public static ToolNeed Clippy { get; } = new("clippy", "lint");

    public static ToolNeed Rustfmt { get; } = new("rustfmt", "check the format");

    public static ToolNeed Git { get; } = new("git", "know what changed");

    /// <summary>What every pipeline needs.</summary>
    public static IReadOnlyList<ToolNeed> Default { get; } = [Cargo, Rustc, Clippy, Rustfmt, Git];

    public ToolNeed AsOptional() => this with { IsRequired = false };
}
