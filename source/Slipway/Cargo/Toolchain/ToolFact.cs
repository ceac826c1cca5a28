namespace Slipway.Cargo;

/// <summary>Whether a tool is there, where, and which version.</summary>
/// <param name="Remedy">How to get it, when it is missing.</param>
public sealed record ToolFact(ToolNeed Need, string? Path, string? Version, string? Remedy)
{
    public bool IsFound => Path is not null && Version is not null;
}
