namespace Nuke.Common.Tooling;

/// <summary>Tells which property an extension method sets.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BuilderAttribute : Attribute
{
    public Type? Type { get; set; }

    public string? Property { get; set; }
}
