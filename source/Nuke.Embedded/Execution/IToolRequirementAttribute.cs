using Nuke.Common.Tooling;

namespace Nuke.Common.Execution;

/// <summary>What all closed forms of <see cref="RequiresAttribute{T}"/> have in common.</summary>
internal interface IToolRequirementAttribute
{
    IReadOnlyList<ToolRequirement> Requirements { get; }
}
