using System.Collections.Immutable;

namespace Slipway.Rehearsal.Crates;

/// <summary>The crates of others, as they are on this machine.</summary>
internal interface IThirdPartyCrates
{
    /// <summary>The lines of the versions whose files are there.</summary>
    ImmutableArray<IndexEntry> Entries(string name);

    /// <summary>The file of a version, or null.</summary>
    string? CrateFile(string name, string version);
}
