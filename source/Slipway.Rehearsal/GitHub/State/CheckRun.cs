namespace Slipway.Rehearsal.GitHub.State;

/// <param name="Status"><c>queued</c>, <c>in_progress</c> or <c>completed</c>.</param>
/// <param name="Conclusion">Null until it is completed.</param>
/// <param name="Suite">The suite that it is of.</param>
internal sealed record CheckRun(long Id, string Commit, string Name, string Status, string? Conclusion, DateTimeOffset StartedAt, long Suite);

/// <summary>A run of a workflow, whose jobs are the checks of its suite.</summary>
/// <param name="Path">The file of the workflow.</param>
internal sealed record WorkflowRun(long Id, string Path, string Commit, long Suite, DateTimeOffset CreatedAt)
{
    public string Branch { get; init; } = "";

    /// <summary>What has started it.</summary>
    public string Event { get; init; } = "push";

    /// <summary>Null while it runs.</summary>
    public string? Conclusion { get; init; }

    /// <summary>What people call the workflow.</summary>
    public string Name => System.IO.Path.GetFileNameWithoutExtension(Path);
}

/// <param name="State"><c>error</c>, <c>failure</c>, <c>pending</c> or <c>success</c>.</param>
internal sealed record CommitStatus(long Id, string Commit, string Context, string State, string? Description, DateTimeOffset CreatedAt);
