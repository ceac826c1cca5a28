using System.Reflection;

namespace Nuke.Common.Tooling;

internal static class ToolRequirements
{
    /// <summary>What the class of a tool says it needs.</summary>
    public static IReadOnlyList<ToolRequirement> Get(Type type, string? version)
        => [.. type.GetCustomAttributes<ToolAttribute>(inherit: true).Select(x => x.GetRequirement(version))];
}
