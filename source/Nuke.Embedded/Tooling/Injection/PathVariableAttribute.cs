using System.Reflection;

namespace Nuke.Common.Tooling;

/// <summary>A tool that is on PATH; by default it has the name of the member, in lower case.</summary>
public class PathVariableAttribute(string? pathExecutable = null) : ToolInjectionAttributeBase
{
    protected override string NameOf(MemberInfo member) => pathExecutable ?? member.Name.ToLowerInvariant();

    protected override Tool Resolve(string name) => ToolResolver.GetPathTool(name);
}
