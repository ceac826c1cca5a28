using Slipway.Cargo;

namespace Slipway.Packaging;

/// <summary>What goes into the archive of a package: its programs, and what a crate has for people and shells.</summary>
public static class ArchiveContents
{
    private static readonly string[] Documents = ["README*", "LICENSE*", "LICENCE*", "COPYING*", "NOTICE*", "CHANGELOG*", "CHANGES*", "RELEASES*"];

    // Where crates keep them by custom; what a build script writes is no file of the repository.
    private static readonly (string Folder, string Pattern)[] Extras =
        [("completions", "*"), ("complete", "*"), ("man", "*"), ("doc", "*.1"), ("docs", "*.1")];

    private static readonly EnumerationOptions Recursive = new() { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.Hidden | FileAttributes.ReparsePoint };

    /// <summary>Of the package's folder first, and from the workspace's what the package does not have.</summary>
    /// <param name="programs">The built files.</param>
    /// <param name="more">Patterns below the package's folder, such as <c>themes/*</c>.</param>
    public static IReadOnlyList<ArchiveEntry> Of(CargoWorkspace workspace, CargoPackage package, IEnumerable<string> programs, IEnumerable<string>? more = null)
    {
        var entries = new SortedDictionary<string, ArchiveEntry>(StringComparer.OrdinalIgnoreCase);
        foreach (var program in programs)
            Add(new ArchiveEntry(Path.GetFileName(program), program, IsProgram: true));
        foreach (var pattern in Documents)
        {
            // A package that has a licence of its own is not under the workspace's, too.
            var folder = new[] { package.Folder, workspace.RootFolder }.FirstOrDefault(folder => Files(folder, pattern).Any());
            foreach (var file in folder is null ? [] : Files(folder, pattern))
                Add(new ArchiveEntry(Path.GetFileName(file), file));
        }

        foreach (var named in new[] { package.Info.Readme, package.Info.LicenseFile }.OfType<string>())
        {
            if (Path.GetFullPath(named, package.Folder) is var file && File.Exists(file))
                Add(new ArchiveEntry(Path.GetFileName(file), file));
        }

        foreach (var (name, pattern) in Extras)
            AddAll(Path.Combine(package.Folder, name), pattern, package.Folder);
        foreach (var pattern in more ?? [])
        {
            var (folder, name) = (Path.GetDirectoryName(pattern) ?? "", Path.GetFileName(pattern));
            if (AddAll(Path.Combine(package.Folder, folder), name, package.Folder) == 0)
                throw new SlipwayException(ErrorKind.Configuration, $"No file of {package.Name} is like '{pattern}', which should go into its archive.", "Mend what the build class says, or add the file.", new SourceLocation(package.ManifestPath));
        }

        return [.. entries.Values.OrderBy(entry => entry.Path, StringComparer.Ordinal)];

        void Add(ArchiveEntry entry) => entries.TryAdd(entry.Path, entry);

        int AddAll(string folder, string pattern, string root)
        {
            var files = Directory.Exists(folder) ? Directory.GetFiles(folder, pattern, Recursive) : [];
            foreach (var file in files)
                Add(new ArchiveEntry(Path.GetRelativePath(root, file).Replace('\\', '/'), file));
            return files.Length;
        }
    }

    private static IEnumerable<string> Files(string folder, string pattern) =>
        Directory.EnumerateFiles(folder, pattern, new EnumerationOptions { MatchCasing = MatchCasing.CaseInsensitive }).Order(StringComparer.Ordinal);
}
