namespace Nuke.Common.Tooling;

/// <summary>The command that options belong to.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class CommandAttribute : Attribute
{
    public Type? Type { get; set; }

    public string? Command { get; set; }

    /// <summary>What comes before all other arguments.</summary>
    public string? Arguments { get; set; }
}
