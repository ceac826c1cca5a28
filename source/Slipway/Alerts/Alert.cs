using System.Collections.Immutable;
using Slipway.Gates;
using Slipway.Messages;

namespace Slipway.Alerts;

/// <summary>A problem as a run sees it.</summary>
/// <param name="Event">What happened: of a problem that is over, what ended it.</param>
/// <param name="Stage">Where in the pipeline; null when it is in no stage.</param>
/// <param name="Key">Which problem it is: <see cref="AlertWords.Key"/> of the event that begins it.</param>
/// <param name="Message">What is to be told of it.</param>
/// <param name="IsOpen">Whether there is a problem; otherwise it is over, if there was one.</param>
public sealed record Alert(AlertEvent Event, GateStage? Stage, string Key, Message Message, bool IsOpen);

/// <summary>All that a run has to say.</summary>
/// <param name="Run">Tells the run and its attempt from all others: what it says twice is told once.</param>
/// <param name="At">When it was so: a run that began before one that was heard of changes nothing any more.</param>
/// <param name="Alerts">At most one of a key counts: one that is open before one that is over.</param>
/// <param name="Complete">Events of which the run knows all problems, so that those it does not name are over.</param>
public sealed record AlertReport(string Run, DateTimeOffset At, ImmutableArray<Alert> Alerts, ImmutableHashSet<AlertEvent> Complete)
{
    /// <summary>Problems that stay what they are: the run cannot tell.</summary>
    public ImmutableHashSet<string> Undecided { get; init; } = [];

    public AlertReport(string run, DateTimeOffset at, params IEnumerable<Alert> alerts) : this(run, at, [.. alerts], [])
    {
    }
}
