using Slipway.Workflows;

namespace Slipway.Components;

/// <summary>Says that a target does something on one system only: other legs of its job do not get its secrets.</summary>
[AttributeUsage(AttributeTargets.Property, Inherited = false)]
public sealed class OnlyOnAttribute(RunnerSystem system) : Attribute
{
    public RunnerSystem System { get; } = system;
}
