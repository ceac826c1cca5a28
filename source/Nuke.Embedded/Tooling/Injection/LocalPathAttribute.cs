using Nuke.Common.IO;

namespace Nuke.Common.Tooling;

/// <summary>A tool that is a file of the repository.</summary>
public class LocalPathAttribute : ToolInjectionAttributeBase
{
    private readonly string _path;

    /// <param name="absoluteOrRelativePath">The file; a relative path starts at the root of the build.</param>
    public LocalPathAttribute(string absoluteOrRelativePath) => _path = absoluteOrRelativePath;

    public LocalPathAttribute(string windowsPath, string unixPath)
        : this(OperatingSystem.IsWindows() ? windowsPath : unixPath)
    {
    }

    protected override Tool Resolve(string name)
        => ToolResolver.GetTool(PathConstruction.HasPathRoot(_path) ? _path : NukeBuild.RootDirectory / _path);
}
