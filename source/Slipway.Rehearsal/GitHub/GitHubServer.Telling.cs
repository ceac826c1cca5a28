using System.Collections.Immutable;
using Slipway.Rehearsal.GitHub.State;

namespace Slipway.Rehearsal.GitHub;

/// <summary>What others do at GitHub while a release is made.</summary>
public sealed partial class GitHubServer
{
    /// <summary>Moves a branch; only where no git repository has the commits.</summary>
    public void SetBranch(string name, string commit) =>
        _site.Store.Change(state => (state with { Branches = state.Branches.SetItem(name, commit) }, true));

    /// <summary>Opens an issue, and tells its number.</summary>
    /// <param name="user">A person who opens it; null is the server's own program.</param>
    public long AddIssue(string title, IEnumerable<string> labels, bool isPullRequest = false, bool isOpen = true, string? body = null, string? user = null) => _site.Store.Change(state =>
    {
        var number = state.Issues.Keys.LastOrDefault() + 1;
        ImmutableArray<string> sorted = [.. labels.Order(StringComparer.Ordinal)];
        var now = _site.Time.GetUtcNow();
        var issue = new Issue(number, title, isOpen ? "open" : "closed", sorted, isPullRequest, now)
        {
            Body = body,
            Author = user,
            AuthorType = user is null ? "Bot" : "User",
            ClosedAt = isOpen ? null : now,
        };
        return (state with { Issues = state.Issues.Add(number, issue) }, number);
    });

    /// <summary>The issues as people see them, the oldest first.</summary>
    public IReadOnlyList<ShownIssue> Issues
    {
        get
        {
            var state = _site.Store.Current;
            return [.. state.Issues.Values.Select(issue => new ShownIssue(
                issue.Number,
                issue.Title,
                issue.State == "open",
                issue.Labels,
                issue.Body ?? "",
                [.. state.Comments.Values.Where(comment => comment.Issue == issue.Number).Select(comment => comment.Body)]))];
        }
    }

    /// <summary>A run of a workflow; tells its id.</summary>
    /// <param name="workflow">Its file.</param>
    /// <param name="conclusion">Null while it runs.</param>
    /// <param name="cause">The event that has started it.</param>
    /// <param name="failed">The names of its jobs that failed.</param>
    public long AddWorkflowRun(string workflow, string commit, string branch, string? conclusion, string cause = "push", params IEnumerable<string> failed) => _site.Store.Add((state, id) =>
    {
        var now = _site.Time.GetUtcNow();
        var run = new WorkflowRun(id, workflow, commit, Suite: id, now) { Branch = branch, Conclusion = conclusion, Event = cause };
        var jobs = failed.Select((name, index) => new CheckRun(id + 1 + index, commit, name, "completed", "failure", now, Suite: id)).ToList();
        return (state with { WorkflowRuns = state.WorkflowRuns.Add(run), CheckRuns = state.CheckRuns.AddRange(jobs), LastId = id + jobs.Count }, id);
    });

    /// <param name="conclusion">Such as <c>success</c> or <c>failure</c>; null while it runs.</param>
    /// <param name="workflow">The file of the workflow that the check is a job of; null for a check of another program.</param>
    public void AddCheckRun(string commit, string name, string? conclusion, string? workflow = null) => _site.Store.Add((state, id) =>
    {
        var now = _site.Time.GetUtcNow();
        state = state with { CheckRuns = state.CheckRuns.Add(new CheckRun(id, commit, name, conclusion is null ? "in_progress" : "completed", conclusion, now, Suite: id)) };
        return (workflow is null ? state : state with { WorkflowRuns = state.WorkflowRuns.Add(new WorkflowRun(id, workflow, commit, Suite: id, now)) }, true);
    });

    /// <summary>Adds runs of workflows, or replaces those of the same ids; thousands at once are one change.</summary>
    public void AddRuns(IEnumerable<ActionRun> runs) => _site.Store.Change(state =>
        (state with { Runs = state.Runs.SetItems(runs.Select(run => KeyValuePair.Create(run.Id, run))) }, true));

    /// <summary>Deletes a run of a workflow, as its owner may.</summary>
    public void DeleteRun(long id) => _site.Store.Change(state => (state with { Runs = state.Runs.Remove(id) }, true));

    /// <summary>Adds deployments, or replaces those of the same ids.</summary>
    public void AddDeployments(IEnumerable<Deployment> deployments) => _site.Store.Change(state =>
        (state with { Deployments = state.Deployments.SetItems(deployments.Select(deployment => KeyValuePair.Create(deployment.Id, deployment))) }, true));

    /// <summary>Makes a tag; only where no git repository has the commits.</summary>
    /// <param name="made">When its commit was made.</param>
    public void AddTag(string name, string commit, DateTimeOffset made) => _site.Store.Change(state =>
        (_site.Commits.AddTag(state, name, commit) with { CommitTimes = state.CommitTimes.SetItem(commit, made) }, true));

    /// <param name="status"><c>error</c>, <c>failure</c>, <c>pending</c> or <c>success</c>.</param>
    public void AddStatus(string commit, string name, string status, string? description = null) => _site.Store.Add((state, id) =>
        (state with { Statuses = state.Statuses.Add(new CommitStatus(id, commit, name, status, description, _site.Time.GetUtcNow())) }, true));
}
