using System.Collections.Immutable;

namespace Slipway.Rehearsal.GitHub.State;

/// <summary>A run of a workflow with all that GitHub shows of it: https://docs.github.com/rest/actions/workflow-runs</summary>
/// <param name="Name">Of the workflow.</param>
/// <param name="Path">The file of the workflow.</param>
/// <param name="Event">Such as <c>push</c>.</param>
/// <param name="Attempts">The first stands first; there is at least one.</param>
public sealed record ActionRun(
    long Id,
    string Name,
    string Path,
    string Event,
    string Commit,
    string? Branch,
    DateTimeOffset CreatedAt,
    ImmutableArray<ActionAttempt> Attempts)
{
    /// <summary>The suite whose checks its jobs are; 0 when nobody asks for it.</summary>
    public long Suite { get; init; }

    internal ActionAttempt Last => Attempts[^1];
}

/// <param name="Status"><c>queued</c>, <c>in_progress</c>, <c>waiting</c> or <c>completed</c>.</param>
/// <param name="Conclusion">Null until it is completed.</param>
/// <param name="StartedAt">When the attempt was asked for; its jobs start later.</param>
public sealed record ActionAttempt(string Status, string? Conclusion, DateTimeOffset StartedAt, DateTimeOffset UpdatedAt, ImmutableArray<ActionJob> Jobs);

/// <summary>A job of an attempt: https://docs.github.com/rest/actions/workflow-jobs</summary>
/// <param name="CreatedAt">When it began to wait for a machine.</param>
/// <param name="CompletedAt">Null until it is over.</param>
public sealed record ActionJob(
    long Id,
    string Name,
    string Status,
    string? Conclusion,
    DateTimeOffset CreatedAt,
    DateTimeOffset StartedAt,
    DateTimeOffset? CompletedAt);
