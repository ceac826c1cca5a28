using System.Collections.Immutable;
using Slipway.Manifest;

namespace Slipway.Releasing.Crates;

/// <summary>What the registry has of a crate of the release.</summary>
public enum CrateState
{
    Absent,

    /// <summary>The very bytes of the release.</summary>
    Ours,

    /// <summary>Made of the release's commit, by another cargo.</summary>
    SameCommit,

    /// <summary>Ours, and taken back.</summary>
    Yanked,

    /// <summary>Somebody else's, or of another commit.</summary>
    Foreign,
}

/// <param name="Origin">What the published file says of its commit, when it had to be asked.</param>
public sealed record ObservedCrate(ReleaseCrate Crate, CrateState State, CrateOrigin? Origin = null)
{
    public bool IsThere => State is CrateState.Ours or CrateState.SameCommit;

    /// <summary>Compares what is there with what is to be there.</summary>
    /// <param name="commit">Of the release.</param>
    public static ObservedCrate Of(ReleaseCrate crate, string commit, IndexVersion? entry, CrateOrigin? origin) => entry switch
    {
        null => new(crate, CrateState.Absent),
        _ when entry.Checksum != crate.Sha256 && (origin is null || origin.IsDirty || origin.Commit != commit) => new(crate, CrateState.Foreign, origin),
        { IsYanked: true } => new(crate, CrateState.Yanked, origin),
        _ => new(crate, crate.Sha256 is null || entry.Checksum == crate.Sha256 ? CrateState.Ours : CrateState.SameCommit, origin),
    };

    /// <summary>Looks at all crates of a release.</summary>
    /// <param name="commit">Of the release.</param>
    /// <exception cref="SlipwayException">The registry cannot be asked.</exception>
    public static async Task<ImmutableArray<ObservedCrate>> SeeAsync(IReadOnlyList<ReleaseCrate> crates, string commit, RegistryIndex index, CancellationToken cancellationToken)
    {
        var seen = ImmutableArray.CreateBuilder<ObservedCrate>(crates.Count);
        foreach (var crate in crates)
        {
            var entry = await index.FindAsync(crate.Name, crate.Version, cancellationToken);
            var origin = entry is not null && entry.Checksum != crate.Sha256 ? await index.OriginAsync(entry, cancellationToken) : null;
            seen.Add(Of(crate, commit, entry, origin));
        }

        return seen.ToImmutable();
    }
}
