using System.Collections.Immutable;

namespace Slipway.Rehearsal.Crates;

/// <summary>Crates from several places; the first that has a version gives it.</summary>
internal sealed class SeveralCrates(IReadOnlyList<IThirdPartyCrates> places) : IThirdPartyCrates
{
    public ImmutableArray<IndexEntry> Entries(string name) =>
        [.. places.SelectMany(place => place.Entries(name)).DistinctBy(entry => entry.Version)];

    public string? CrateFile(string name, string version) =>
        places.Select(place => place.CrateFile(name, version)).FirstOrDefault(file => file is not null);
}
