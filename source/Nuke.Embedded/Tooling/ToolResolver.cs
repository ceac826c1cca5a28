namespace Nuke.Common.Tooling;

/// <summary>Makes <see cref="Tool"/> delegates out of paths, names and packages.</summary>
public static class ToolResolver
{
    public static Tool GetTool(string toolPath)
    {
        Assert.FileExists(toolPath, $"The tool '{toolPath}' does not exist");
        return new ToolExecutor(toolPath).Execute;
    }

    /// <summary>The tool with this name on PATH.</summary>
    public static Tool GetPathTool(string name) => GetTool(ToolPathResolver.GetPathExecutable(name));

    /// <summary>The tool that the environment variable <c>NAME_EXE</c> names, or <c>null</c>.</summary>
    public static Tool TryGetEnvironmentTool(string name)
        => ToolPathResolver.TryGetEnvironmentExecutable(ToolPathResolver.VariableName(name)) is { } path ? GetTool(path) : null!;

    public static Tool GetEnvironmentOrPathTool(string name) => TryGetEnvironmentTool(name) ?? GetPathTool(name);

    /// <summary>A tool out of a NuGet package that is in the packages folder of this machine.</summary>
    public static Tool GetNuGetTool(string packageId, string packageExecutable, string? version = null, string? framework = null)
        => GetTool(NuGetToolPathResolver.GetPackageExecutable(packageId, packageExecutable, version, framework));

    /// <summary>A tool out of <c>node_modules</c>.</summary>
    public static Tool GetNpmTool(string npmExecutable) => GetTool(NpmToolPathResolver.GetNpmExecutable(npmExecutable));
}
