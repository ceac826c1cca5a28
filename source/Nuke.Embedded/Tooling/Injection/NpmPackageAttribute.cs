namespace Nuke.Common.Tooling;

/// <summary>A tool out of <c>node_modules</c>.</summary>
public class NpmPackageAttribute(string packageId, string? packageExecutable = null) : ToolInjectionAttributeBase
{
    public string? Version { get; set; }

    protected override Tool Resolve(string name) => ToolResolver.GetNpmTool(packageExecutable ?? packageId);
}
