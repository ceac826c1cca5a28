namespace Slipway.Rehearsal.GitHub.State;

/// <param name="Status"><c>queued</c>, <c>in_progress</c> or <c>completed</c>.</param>
/// <param name="Conclusion">Null until it is completed.</param>
internal sealed record CheckRun(long Id, string Commit, string Name, string Status, string? Conclusion, DateTimeOffset StartedAt);

/// <param name="State"><c>error</c>, <c>failure</c>, <c>pending</c> or <c>success</c>.</param>
internal sealed record CommitStatus(long Id, string Commit, string Context, string State, string? Description, DateTimeOffset CreatedAt);
