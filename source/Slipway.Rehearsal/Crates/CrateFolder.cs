using System.Collections.Immutable;

namespace Slipway.Rehearsal.Crates;

/// <summary>A folder of <c>.crate</c> files; the lines of the index are made of the manifests in them.</summary>
internal sealed class CrateFolder : IThirdPartyCrates
{
    private readonly Lazy<ImmutableDictionary<string, ImmutableArray<(IndexEntry Entry, string File)>>> _crates;

    /// <exception cref="SlipwayException">There is no such folder, or it holds sources without their archives.</exception>
    public CrateFolder(string folder)
    {
        if (!Directory.Exists(folder))
            throw new SlipwayException(ErrorKind.Configuration, $"The folder of crates {folder} does not exist.");
        if (Directory.EnumerateFiles(folder, "*.crate").FirstOrDefault() is null && Directory.EnumerateFiles(folder, ".cargo-checksum.json", SearchOption.AllDirectories).Any())
        {
            throw new SlipwayException(
                ErrorKind.Configuration,
                $"{folder} is what cargo vendor writes: a registry cannot serve it, because the archives whose checksums stand in Cargo.lock are not in it.",
                "Name a folder of .crate files, or the home of a cargo that has fetched them.");
        }

        _crates = new(() => Directory.EnumerateFiles(folder, "*.crate").Order(StringComparer.Ordinal)
            .Select(file => (Entry: Read(file), File: file))
            .Where(crate => crate.Entry is not null)
            .GroupBy(crate => crate.Entry!.Name.ToLowerInvariant(), StringComparer.Ordinal)
            .ToImmutableDictionary(group => group.Key, group => group.Select(crate => (crate.Entry!, crate.File)).ToImmutableArray(), StringComparer.Ordinal));
    }

    public ImmutableArray<IndexEntry> Entries(string name) => [.. Of(name).Select(crate => crate.Entry)];

    public string? CrateFile(string name, string version) => Of(name).FirstOrDefault(crate => crate.Entry.Version == version).File;

    private ImmutableArray<(IndexEntry Entry, string File)> Of(string name) => _crates.Value.GetValueOrDefault(name.ToLowerInvariant(), []);

    private static IndexEntry? Read(string file) => Tarball.Manifest(file) is { } manifest
        ? ManifestEntry.Read(manifest, File.ReadAllBytes(file))
        : null;
}
