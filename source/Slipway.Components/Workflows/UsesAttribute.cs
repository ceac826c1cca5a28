using Slipway.Workflows;

namespace Slipway.Components;

/// <summary>What the job of a target may do; brings the permissions and steps for it.</summary>
[AttributeUsage(AttributeTargets.Property, AllowMultiple = true, Inherited = false)]
public sealed class UsesAttribute(Capability capability) : Attribute
{
    public Capability Capability { get; } = capability;
}
