using System.Globalization;
using System.Text.Json.Nodes;
using Slipway.Http;
using Slipway.Releasing.GitHub;

namespace Slipway.Alerts.Issues;

/// <summary>The issues of a repository that tell of problems, and the runs of its workflows: https://docs.github.com/rest/issues</summary>
public sealed partial class GitHubIssues : IDisposable
{
    /// <summary>By which people find them.</summary>
    public const string Label = "slipway";

    internal const string ToReadRuns = "actions: read";
    internal const string ToWriteIssues = "issues: write";

    private const int PageSize = 100;

    // A server that never ends must not keep the pipeline.
    private const int MostPages = 50;

    private readonly HttpClient _http;
    private readonly GitHubConnection _connection;
    private readonly Pace _pace;
    private string? _user;

    /// <param name="handler">What sends; null is the usual patience.</param>
    public GitHubIssues(GitHubConnection connection, TimeProvider time, HttpMessageHandler? handler = null)
    {
        _connection = connection;
        _pace = new Pace(time);
        _http = connection.Open(handler ?? Sending.Handler(time));
    }

    public void Dispose() => _http.Dispose();

    /// <summary>Those that are open, and those that were closed since; the oldest first.</summary>
    internal async Task<IReadOnlyList<GitHubIssue>> ListAsync(DateTimeOffset since, CancellationToken cancellationToken)
    {
        var open = await PagesAsync($"issues?state=open&labels={Label}", IssueJson.Default.IssueAnswerArray, cancellationToken);
        var from = Uri.EscapeDataString(since.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
        var closed = await PagesAsync($"issues?state=closed&labels={Label}&since={from}", IssueJson.Default.IssueAnswerArray, cancellationToken);
        var issues = open.Concat(closed.Where(issue => issue.ClosedAt >= since)).Where(issue => issue.PullRequest is null).DistinctBy(issue => issue.Number).ToList();
        // Tokens of workflows are nobody's; a person's token writes as that person.
        if (issues.Exists(issue => issue.User?.Type != "Bot"))
            _user ??= await UserAsync(cancellationToken);
        return [.. issues.Select(Read).OrderBy(issue => issue.Number)];
    }

    /// <exception cref="SlipwayException">GitHub refuses it, or leaves the label out, as it does for those who may not push: then it is closed again.</exception>
    internal async Task CreateAsync(string title, string body, CancellationToken cancellationToken)
    {
        var wanted = new JsonObject { ["title"] = title, ["body"] = body, ["labels"] = new JsonArray(Label) };
        var issue = await ChangeAsync(HttpMethod.Post, "issues", wanted, cancellationToken);
        if (issue.Labels?.Any(label => string.Equals(label.Name, Label, StringComparison.OrdinalIgnoreCase)) == true)
            return;
        await UpdateAsync(issue.Number, new JsonObject { ["state"] = "closed", ["state_reason"] = "not_planned" }, cancellationToken);
        throw new SlipwayException(
            ErrorKind.Configuration,
            Invariant($"GitHub took issue #{issue.Number} without the label '{Label}', by which it is found again; it is closed."),
            $"The owner of GITHUB_TOKEN must be allowed to write to {_connection.Repository}.");
    }

    /// <param name="change">The fields that change: https://docs.github.com/rest/issues/issues#update-an-issue</param>
    internal async Task UpdateAsync(long number, JsonObject change, CancellationToken cancellationToken) =>
        await ChangeAsync(HttpMethod.Patch, Invariant($"issues/{number}"), change, cancellationToken);

    internal async Task<IReadOnlyList<string>> CommentsAsync(long number, CancellationToken cancellationToken) =>
        [.. (await PagesAsync(Invariant($"issues/{number}/comments?"), IssueJson.Default.CommentAnswerArray, cancellationToken)).Select(comment => comment.Body ?? "")];

    internal async Task CommentAsync(long number, string body, CancellationToken cancellationToken) =>
        await ChangeAsync(HttpMethod.Post, Invariant($"issues/{number}/comments"), new JsonObject { ["body"] = body }, cancellationToken);

    /// <summary>The last runs of pushes to a branch that are over, the newest first: at most a hundred.</summary>
    internal async Task<IReadOnlyList<RunAnswer>> RunsAsync(string branch, CancellationToken cancellationToken)
    {
        var query = $"actions/runs?branch={Uri.EscapeDataString(branch)}&event=push&status=completed&per_page={Invariant($"{PageSize}")}";
        return (await ReadAsync(query, IssueJson.Default.RunsAnswer, ToReadRuns, cancellationToken)).WorkflowRuns ?? [];
    }

    /// <summary>The jobs of a run that failed in its last attempt, sorted; the first hundred of its jobs are looked at.</summary>
    /// <exception cref="SlipwayException">The token may not read runs, or nobody answers.</exception>
    public async Task<IReadOnlyList<string>> FailedJobsAsync(string run, CancellationToken cancellationToken = default)
    {
        var query = Invariant($"actions/runs/{Uri.EscapeDataString(run)}/jobs?filter=latest&per_page={PageSize}");
        var jobs = (await ReadAsync(query, IssueJson.Default.JobsAnswer, ToReadRuns, cancellationToken)).Jobs ?? [];
        return [.. jobs.Where(job => job.Conclusion is "failure" or "timed_out" && job.Name is not null).Select(job => job.Name!).Order(StringComparer.Ordinal)];
    }

    private GitHubIssue Read(IssueAnswer issue) => new(
        issue.Number,
        issue.Title ?? "",
        issue.Body ?? "",
        issue.User is { Type: "Bot" } || (_user is not null && string.Equals(issue.User?.Login, _user, StringComparison.OrdinalIgnoreCase)),
        issue.State == "open" ? null : issue.ClosedAt ?? DateTimeOffset.MinValue,
        Uri.TryCreate(issue.HtmlUrl, UriKind.Absolute, out var page) ? page : null);
}
