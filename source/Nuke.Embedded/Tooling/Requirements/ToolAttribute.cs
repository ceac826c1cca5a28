namespace Nuke.Common.Tooling;

/// <summary>Where a tool comes from.</summary>
[AttributeUsage(AttributeTargets.Class)]
public abstract class ToolAttribute : Attribute
{
    internal abstract string GetToolPath(ToolOptions? options);

    internal abstract ToolRequirement GetRequirement(string? version);
}

/// <summary>The tool is on PATH.</summary>
public sealed class PathToolAttribute : ToolAttribute
{
    public string Executable { get; set; } = null!;

    internal override string GetToolPath(ToolOptions? options) => ToolPathResolver.GetPathExecutable(Executable);

    internal override ToolRequirement GetRequirement(string? version) => new PathToolRequirement(Executable);
}

/// <summary>The tool is in a NuGet package.</summary>
public sealed class NuGetToolAttribute : ToolAttribute
{
    public string Id { get; set; } = null!;

    public string Executable { get; set; } = null!;

    internal override string GetToolPath(ToolOptions? options) => NuGetToolPathResolver.GetPackageExecutable(Id, Executable);

    internal override ToolRequirement GetRequirement(string? version) => new NuGetPackageRequirement(Id, version);
}

/// <summary>The tool is in an npm package.</summary>
public sealed class NpmToolAttribute : ToolAttribute
{
    public string Id { get; set; } = null!;

    public string Executable { get; set; } = null!;

    internal override string GetToolPath(ToolOptions? options) => NpmToolPathResolver.GetNpmExecutable(Executable);

    internal override ToolRequirement GetRequirement(string? version) => new NpmPackageRequirement(Id, version);
}

/// <summary>The tool is installed by Debian's package manager, under the name of its package.</summary>
public sealed class AptGetToolAttribute : ToolAttribute
{
    public string Id { get; set; } = null!;

    internal override string GetToolPath(ToolOptions? options) => ToolPathResolver.GetPathExecutable(Id);

    internal override ToolRequirement GetRequirement(string? version) => new PathToolRequirement(Id);
}
