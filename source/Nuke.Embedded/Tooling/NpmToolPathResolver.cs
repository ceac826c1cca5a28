namespace Nuke.Common.Tooling;

/// <summary>Finds programs of npm packages.</summary>
public static class NpmToolPathResolver
{
    /// <summary>The program in the build's own <c>node_modules</c>, or in that of the repository.</summary>
    public static string GetNpmExecutable(string npmExecutable)
    {
        string[] folders = [NukeBuild.TemporaryDirectory, NukeBuild.RootDirectory];
        var file = OperatingSystem.IsWindows() ? npmExecutable + ".cmd" : npmExecutable;
        return folders.Select(x => Path.Combine(x, "node_modules", ".bin", file)).FirstOrDefault(File.Exists)
            ?? throw new ArgumentException(
                $"The npm program '{npmExecutable}' is not in {string.Join(" or ", folders.Select(x => Path.Combine(x, "node_modules")))}. "
                + $"Install its package with 'npm install' there, or set {ToolPathResolver.VariableName(npmExecutable)} to its full path.");
    }
}
