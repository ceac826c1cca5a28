using Slipway.Workflows;

namespace Slipway.Components;

/// <summary>Where the job of a target runs; several make a matrix. Without one it is Ubuntu 24.04.</summary>
[AttributeUsage(AttributeTargets.Property, AllowMultiple = true, Inherited = false)]
public sealed class RunsOnAttribute(Runner runner) : Attribute
{
    public Runner Runner { get; } = runner;

    /// <summary>The triple that this leg builds for, handed to the build as <c>--rust-target</c>.</summary>
    public string? RustTarget { get; set; }
}
