using System.Collections.Immutable;

namespace Slipway.Releasing.Journal;

/// <summary>A line of the journal.</summary>
/// <param name="Name">That of the effect.</param>
/// <param name="Data">What a later run can use, such as the id of the draft; nothing secret.</param>
public sealed record JournalEntry(
    DateTimeOffset Time,
    JournalPhase Phase,
    ReleaseStep? Step,
    string Name,
    ImmutableSortedDictionary<string, string> Data)
{
    /// <summary>A value of <see cref="Data"/>; null when it is not there.</summary>
    public string? this[string key] => Data.GetValueOrDefault(key);
}
