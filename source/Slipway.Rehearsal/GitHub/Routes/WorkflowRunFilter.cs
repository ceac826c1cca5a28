using Microsoft.AspNetCore.Http;
using Slipway.Rehearsal.GitHub.State;

namespace Slipway.Rehearsal.GitHub.Routes;

/// <summary>Which runs of workflows are asked for.</summary>
internal sealed record WorkflowRunFilter(string? Commit, string? Branch, string? Event, string? Status, DateFilter? Created)
{
    public bool IsEmpty => this is { Commit: null, Branch: null, Event: null, Status: null, Created: null };

    /// <exception cref="GitHubRefusedException">The times are none.</exception>
    public static WorkflowRunFilter Of(IQueryCollection query)
    {
        string? Text(string name) => query[name].ToString() is { Length: > 0 } text ? text : null;
        return new(Text("head_sha"), Text("branch"), Text("event"), Text("status"), Text("created") is { } created ? DateFilter.Parse(created) : null);
    }

    public bool Takes(ActionRun run) =>
        (Commit is null || run.Commit == Commit)
        && (Branch is null || run.Branch == Branch)
        && (Event is null || run.Event == Event)
        && (Status is null || run.Last.Status == Status || run.Last.Conclusion == Status)
        && Created?.Takes(run.CreatedAt) != false;
}
