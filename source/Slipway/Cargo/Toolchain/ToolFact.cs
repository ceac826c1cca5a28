namespace Slipway.Cargo;

/// <summary>Whether a tool is there, where, and which version.</summary>
/// <param name="Remedy">How to get it, when it is missing.</param>
/// <param name="Reason">Why it does not run although it is there, in its own words.</param>
public sealed record ToolFact(ToolNeed Need, string? Path, string? Version, string? Remedy, string? Reason = null)
{
    /// <summary>Whether a <c>rust-toolchain.toml</c> that cannot be read is to blame.</summary>
    public bool IsMisconfigured => Reason?.Contains("override file", StringComparison.Ordinal) == true;

    public bool IsFound => Path is not null && Version is not null;
}
