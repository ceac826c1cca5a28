using Slipway.Workflows;

namespace Slipway.Components;

/// <summary>Gives a target a job of its own in generated workflows; targets without one run in the jobs of those that need them.</summary>
/// <param name="id">Of the job; otherwise made from the target's name.</param>
[AttributeUsage(AttributeTargets.Property, Inherited = false)]
public sealed class JobAttribute(string? id = null) : Attribute
{
    public string? Id { get; } = id;

    /// <summary>The environment that guards the job and holds its secrets.</summary>
    public string? Environment { get; set; }

    /// <summary>How long the job may take.</summary>
    public int TimeoutMinutes { get; set; } = JobDeclaration.DefaultTimeout;

    /// <summary>Whether the job of a target with <c>AssuredAfterFailure</c> runs only after a failure, and not always.</summary>
    public bool OnFailure { get; set; }
}
