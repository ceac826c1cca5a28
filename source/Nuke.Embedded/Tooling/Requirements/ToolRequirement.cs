namespace Nuke.Common.Tooling;

/// <summary>A tool that must be there before the run starts.</summary>
public abstract class ToolRequirement
{
    /// <summary>Why the requirement does not hold, and how to mend it; <c>null</c> when it holds.</summary>
    internal abstract string? Problem { get; }
}

internal sealed class PathToolRequirement(string executable) : ToolRequirement
{
    internal override string? Problem
    {
        get
        {
            var variable = ToolPathResolver.VariableName(executable);
            return EnvironmentInfo.HasVariable(variable, allowEmpty: false) || ToolPathResolver.Find(executable) != null
                ? null
                : $"'{executable}' is not on the PATH. Install it, or set {variable} to its full path.";
        }
    }
}

internal sealed class NuGetPackageRequirement(string packageId, string? version) : ToolRequirement
{
    internal override string? Problem => NuGetToolPathResolver.FindPackage(packageId, version) != null
        ? null
        : $"the NuGet package '{packageId}'{(version == null ? "" : " " + version)} is not in '{NuGetToolPathResolver.PackagesFolder}'. "
            + "Add it to the build project as PackageDownload and restore it.";
}

internal sealed class NpmPackageRequirement(string packageId, string? version) : ToolRequirement
{
    internal override string? Problem
    {
        get
        {
            string[] folders = [NukeBuild.TemporaryDirectory, NukeBuild.RootDirectory];
            return folders.Any(x => Directory.Exists(Path.Combine(x, "node_modules", packageId)))
                ? null
                : $"the npm package '{packageId}' is not installed. Run 'npm install {packageId}{(version == null ? "" : "@" + version)}'.";
        }
    }
}
