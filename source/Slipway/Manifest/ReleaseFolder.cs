namespace Slipway.Manifest;

/// <summary>The folder in which a release is made: the files of the release, and what Slipway keeps beside them.</summary>
public static class ReleaseFolder
{
    /// <summary>The paths of what the release consists of, sorted; everything that nobody knows is among them, and will be refused.</summary>
    public static IReadOnlyList<string> Assets(string folder) => Directory.Exists(folder)
        ? [.. Directory.GetFiles(folder).Where(file => !IsKept(Path.GetFileName(file))).Order(StringComparer.Ordinal)]
        : [];

    // The manifest, the journal, those of other releases, locks, and the page of a rehearsal.
    private static bool IsKept(string name) =>
        name is ReleaseManifest.FileName or "rehearsal.html"
        || name.StartsWith('.')
        || (name.StartsWith("journal", StringComparison.Ordinal) && name.EndsWith(".jsonl", StringComparison.Ordinal));
}
