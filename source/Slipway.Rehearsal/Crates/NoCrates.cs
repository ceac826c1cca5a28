using System.Collections.Immutable;

namespace Slipway.Rehearsal.Crates;

/// <summary>Nobody else's crates.</summary>
internal sealed class NoCrates : IThirdPartyCrates
{
    public ImmutableArray<IndexEntry> Entries(string name) => [];

    public string? CrateFile(string name, string version) => null;
}
