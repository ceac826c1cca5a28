using System.Collections.Immutable;

namespace Slipway.History;

/// <summary>What was told to whom, so that it is told once.</summary>
/// <param name="Problems">By their keys.</param>
/// <param name="Sent">The messages of the last hours.</param>
public sealed record AlertBook(ImmutableSortedDictionary<string, AlertProblem> Problems, ImmutableArray<AlertSent> Sent)
{
    public static AlertBook Empty { get; } = new(ImmutableSortedDictionary.Create<string, AlertProblem>(StringComparer.Ordinal), []);

    public AlertBook With(AlertProblem problem) => this with { Problems = Problems.SetItem(problem.Key, problem) };
}

/// <summary>A problem that somebody was told of, or is to be.</summary>
/// <param name="Key">Which problem it is.</param>
/// <param name="Event">The kind of it.</param>
/// <param name="Stage">Null when it is in no stage.</param>
/// <param name="Message">What is to be told, as JSON of the one who tells it.</param>
/// <param name="Since">When it was seen first.</param>
/// <param name="Ended">When it was seen to be over; null while it goes on.</param>
/// <param name="Times">How many runs have seen it.</param>
/// <param name="Run">The last run that said something of it.</param>
/// <param name="Seen">When that was.</param>
public sealed record AlertProblem(
    string Key,
    string Event,
    string? Stage,
    string Message,
    DateTimeOffset Since,
    DateTimeOffset? Ended,
    int Times,
    string Run,
    DateTimeOffset Seen)
{
    public bool IsOpen => Ended is null;

    /// <summary>What each channel was told.</summary>
    public ImmutableSortedDictionary<string, AlertTold> Told { get; init; } = ImmutableSortedDictionary.Create<string, AlertTold>(StringComparer.Ordinal);

    public AlertProblem With(string channel, AlertTold told) => this with { Told = Told.SetItem(channel, told) };
}

/// <summary>What a channel was told of a problem.</summary>
/// <param name="IsOpen">Whether the last that was told is that it goes on; null when nothing was told yet.</param>
/// <param name="At">When; null when nothing was told yet.</param>
/// <param name="IsDoubtful">Whether nobody knows if it arrived.</param>
/// <param name="Taken">What a process is about to tell; null when none is.</param>
/// <param name="Until">When that process is given up.</param>
public sealed record AlertTold(bool? IsOpen, DateTimeOffset? At, bool IsDoubtful = false, string? Taken = null, DateTimeOffset? Until = null);

/// <summary>A message that was sent.</summary>
public sealed record AlertSent(string Channel, DateTimeOffset At);
