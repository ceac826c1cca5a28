using System.Collections.Immutable;

namespace Slipway.Rehearsal.Crates;

/// <summary>The published versions, in files: a version is there when its line in the index is.</summary>
internal sealed class CrateStore(string folder)
{
    /// <summary>The lines of a crate, oldest first; empty for none.</summary>
    public ImmutableArray<IndexEntry> Entries(string name) => File.Exists(Index(name))
        ? [.. File.ReadAllLines(Index(name)).Select(line => IndexEntry.Parse(line) ?? throw Damaged(Index(name)))]
        : [];

    /// <summary>The names of all crates, sorted.</summary>
    public ImmutableArray<string> Names() => Directory.Exists(Root)
        ? [.. Directory.EnumerateFiles(Root, "*", SearchOption.AllDirectories).Where(file => !Path.GetFileName(file).EndsWith(".tmp", StringComparison.Ordinal))
            .Select(file => Entries(Path.GetFileName(file))[0].Name).Order(StringComparer.Ordinal)]
        : [];

    public string CrateFile(string name, string version) =>
        Path.Combine(folder, "crates", name.ToLowerInvariant(), $"{version}.crate");

    public void Add(IndexEntry entry, byte[] crate)
    {
        AtomicFile.WriteBytesAsync(CrateFile(entry.Name, entry.Version), crate).GetAwaiter().GetResult();
        Write(entry.Name, [.. Entries(entry.Name), entry]);
    }

    public void Replace(IndexEntry entry) =>
        Write(entry.Name, Entries(entry.Name).Select(old => old.Version == entry.Version ? entry : old));

    public ImmutableArray<string> Owners(string name) => File.Exists(OwnersFile(name)) ? [.. File.ReadAllLines(OwnersFile(name))] : [];

    public void SetOwners(string name, IEnumerable<string> owners) =>
        AtomicFile.WriteText(OwnersFile(name), string.Concat(owners.Select(owner => owner + "\n")));

    private string Root => Path.Combine(folder, "index");

    private string Index(string name) => Path.Combine(Root, CrateName.IndexPath(name));

    private string OwnersFile(string name) => Path.Combine(folder, "owners", name.ToLowerInvariant());

    private void Write(string name, IEnumerable<IndexEntry> entries) =>
        AtomicFile.WriteText(Index(name), string.Concat(entries.Select(entry => entry.Line + "\n")));

    private static SlipwayException Damaged(string file) => new(
        ErrorKind.Environment,
        "The index of the embedded registry is damaged.",
        "Delete the folder of the rehearsal, and rehearse again.",
        new SourceLocation(file));
}
