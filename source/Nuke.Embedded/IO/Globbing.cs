namespace Nuke.Common.IO;

/// <summary>Finds files and directories by patterns: <c>*</c>, <c>?</c>, <c>[a-z]</c>, <c>{one,other}</c> and <c>**</c> for any directories.</summary>
public static class Globbing
{
    /// <summary>Whether patterns distinguish capital and small letters.</summary>
    public static GlobbingCaseSensitivity GlobbingCaseSensitivity { get; set; } = GlobbingCaseSensitivity.Auto;

    /// <summary>The files below the directory that match one of the patterns, sorted.</summary>
    public static IReadOnlyCollection<AbsolutePath> GlobFiles(this AbsolutePath directory, params string[] patterns) =>
        Glob(directory, patterns, wantsFiles: true);

    /// <summary>The directories below the directory that match one of the patterns, sorted.</summary>
    public static IReadOnlyCollection<AbsolutePath> GlobDirectories(this AbsolutePath directory, params string[] patterns) =>
        Glob(directory, patterns, wantsFiles: false);

    private static List<AbsolutePath> Glob(AbsolutePath directory, string[] patterns, bool wantsFiles)
    {
        var ignoreCase = GlobbingCaseSensitivity == GlobbingCaseSensitivity.CaseInsensitive
            || (GlobbingCaseSensitivity == GlobbingCaseSensitivity.Auto && EnvironmentInfo.IsWin);
        return patterns
            .SelectMany(GlobPattern.Parse)
            .SelectMany(x => x.Find(directory, wantsFiles, ignoreCase))
            .Distinct()
            .OrderBy(x => x.ToString(), StringComparer.Ordinal)
            .ToList();
    }
}
