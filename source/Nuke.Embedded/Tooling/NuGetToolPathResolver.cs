using System.Text.RegularExpressions;

namespace Nuke.Common.Tooling;

/// <summary>Finds programs of NuGet packages that are in the packages folder of this machine.</summary>
public static partial class NuGetToolPathResolver
{
    /// <param name="packageExecutable">The file name; several, separated by <c>|</c>, are tried in order.</param>
    public static string GetPackageExecutable(string packageId, string packageExecutable, string? version = null, string? framework = null)
    {
        var package = FindPackage(packageId, version)
            ?? throw new ArgumentException(
                $"The NuGet package '{packageId}'{(version == null ? "" : " " + version)} is not in '{PackagesFolder}'. "
                + $"Add <PackageDownload Include=\"{packageId}\" Version=\"[{version ?? "…"}]\" /> to the build project and restore it.");
        var files = Directory.EnumerateFiles(package, "*", SearchOption.AllDirectories)
            .Where(x => framework == null || Path.GetRelativePath(package, x).Split(Path.DirectorySeparatorChar).Contains(framework, StringComparer.OrdinalIgnoreCase))
            .OrderByDescending(x => FrameworkVersion(Path.GetRelativePath(package, x)))
            .ThenBy(x => x, StringComparer.Ordinal)
            .ToList();
        return packageExecutable.Split('|')
            .Select(name => files.Find(x => Path.GetFileName(x).Equals(name, StringComparison.OrdinalIgnoreCase)))
            .FirstOrDefault(x => x != null)
            ?? throw new ArgumentException(
                $"The NuGet package '{packageId}' in '{package}' has no '{packageExecutable}'{(framework == null ? "" : $" for {framework}")}.");
    }

    internal static string PackagesFolder => EnvironmentInfo.GetVariable("NUGET_PACKAGES") is { Length: > 0 } folder
        ? folder
        : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");

    internal static string? FindPackage(string packageId, string? version)
    {
        var package = new DirectoryInfo(Path.Combine(PackagesFolder, packageId.ToLowerInvariant()));
        if (!package.Exists)
            return null;
        return package.EnumerateDirectories()
            .Where(x => version == null || x.Name.Equals(version, StringComparison.OrdinalIgnoreCase))
            .OrderByDescending(x => PackageVersion(x.Name))
            .ThenByDescending(x => x.Name, StringComparer.Ordinal)
            .FirstOrDefault()?.FullName;
    }

    // A release comes after its own previews.
    private static (Version Version, bool IsRelease) PackageVersion(string name)
        => (Version.TryParse(name.Split('-', '+')[0], out var version) ? version : new Version(), !name.Contains('-', StringComparison.Ordinal));

    private static Version FrameworkVersion(string relativePath)
        => FrameworkFolder().Match(relativePath) is { Success: true } match ? Version.Parse(match.Groups[1].Value) : new Version();

    [GeneratedRegex(@"[\\/]net(?:coreapp|standard)?(\d+\.\d+)[\\/]")]
    private static partial Regex FrameworkFolder();
}
