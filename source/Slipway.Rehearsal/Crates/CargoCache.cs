using System.Collections.Immutable;
using System.Text;

namespace Slipway.Rehearsal.Crates;

/// <summary>What cargo has downloaded into its home: the files, and what the registries said of them.</summary>
internal sealed class CargoCache(string cargoHome) : IThirdPartyCrates
{
    // Of the layout of cargo's files, and of the entries in them.
    private const byte Layout = 3;

    public ImmutableArray<IndexEntry> Entries(string name) => CrateName.Mistake(name) is not null
        ? []
        :
        [
            .. Folders("index")
                .Select(folder => Path.Combine(folder, ".cache", CrateName.IndexPath(name).Replace('/', Path.DirectorySeparatorChar)))
                .Where(File.Exists)
                .SelectMany(file => Read(File.ReadAllBytes(file)))
                .Where(entry => CrateFile(entry.Name, entry.Version) is not null)
                .DistinctBy(entry => entry.Version),
        ];

    public string? CrateFile(string name, string version) => CrateName.Mistake(name) is not null || version.Contains('/', StringComparison.Ordinal)
        ? null
        : Folders("cache").Select(folder => Path.Combine(folder, $"{name}-{version}.crate")).FirstOrDefault(File.Exists);

    /// <summary>The lines in a file of cargo's; empty when it is of another layout.</summary>
    public static IEnumerable<IndexEntry> Read(byte[] file)
    {
        if (file.Length < 5 || file[0] != Layout)
            return [];
        // After the head the revision, then by turns a version and its line, each with a zero at its end.
        var parts = Encoding.UTF8.GetString(file.AsSpan(5)).Split('\0');
        return parts.Skip(2).Where((_, at) => at % 2 == 0).Select(IndexEntry.Parse).OfType<IndexEntry>();
    }

    private IEnumerable<string> Folders(string kind)
    {
        var folder = Path.Combine(cargoHome, "registry", kind);
        return Directory.Exists(folder) ? Directory.EnumerateDirectories(folder).Order(StringComparer.Ordinal) : [];
    }
}
