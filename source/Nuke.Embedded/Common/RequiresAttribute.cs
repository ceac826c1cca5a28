using Nuke.Common.Execution;
using Nuke.Common.Tooling;

namespace Nuke.Common;

/// <summary>The build needs this tool in every run.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Interface, AllowMultiple = true)]
public sealed class RequiresAttribute<T> : Attribute, IToolRequirementAttribute
    where T : IRequireTool
{
    /// <summary>The version, where the tool has one.</summary>
    public string Version { get; set; } = null!;

    IReadOnlyList<ToolRequirement> IToolRequirementAttribute.Requirements => ToolRequirements.Get(typeof(T), Version);
}
