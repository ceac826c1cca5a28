using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Octokit;

namespace Slipway.Releasing.GitHub;

/// <summary>How a repository stands before a release.</summary>
public sealed partial class GitHubReleases
{
    /// <summary>The default branch, and whether the token may write.</summary>
    public async Task<(string DefaultBranch, bool MayWrite)> RightsAsync(CancellationToken cancellationToken)
    {
        var repository = await RepositoryAsync(cancellationToken);
        return (repository.DefaultBranch, repository.Permissions?.Push == true);
    }

    /// <summary>How many requests are left, until when, and what time it is there; asking costs none.</summary>
    public async Task<GitHubBudget> BudgetAsync(CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri($"{Connection.Api.AbsoluteUri.TrimEnd('/')}/rate_limit"));
        using var answer = await _http.AskAsync(request, cancellationToken);
        if (!answer.IsSuccessStatusCode)
            throw await Refusals.OfAsync(answer, cancellationToken);
        var core = (await answer.ContentAsync(GitHubJson.Default.RateLimitAnswer, cancellationToken)).Resources.Core;
        return new GitHubBudget(core.Limit, core.Remaining, DateTimeOffset.FromUnixTimeSeconds(core.Reset), answer.Headers.Date);
    }

    /// <summary>What was said of a commit: checks and statuses, without the checks of one workflow.</summary>
    /// <param name="workflow">The file of the workflow that is left out; null is none.</param>
    public async Task<IReadOnlyList<CommitCheck>> ChecksAsync(string commit, string? workflow, CancellationToken cancellationToken)
    {
        var (owner, name) = (Connection.Owner, Connection.Name);
        var page = new ApiOptions { PageSize = PageSize };
        var checking = AskAsync(() => _octokit.Check.Run.GetAllForReference(owner, name, commit, new CheckRunRequest(), page), cancellationToken);
        var telling = AskAsync(() => _octokit.Repository.Status.GetAll(owner, name, commit, page), cancellationToken);
        var running = workflow is null
            ? Task.FromResult(new WorkflowRunsResponse())
            : AskAsync(() => _octokit.Actions.Workflows.Runs.List(owner, name, new WorkflowRunsRequest { HeadSha = commit }, page), cancellationToken);
        await Task.WhenAll(checking, telling, running);
        var own = ((await running).WorkflowRuns ?? []).Where(run => run.Path == workflow).Select(run => run.CheckSuiteId).ToHashSet();
        return
        [
            .. (await checking).CheckRuns.Where(run => run.CheckSuite is null || !own.Contains(run.CheckSuite.Id)).Select(Check),
            .. (await telling).Select(Check),
        ];
    }

    /// <summary>Open issues with a label; pull requests are none.</summary>
    public async Task<IReadOnlyList<(int Number, string Title)>> OpenIssuesAsync(string label, CancellationToken cancellationToken)
    {
        var request = new RepositoryIssueRequest { State = ItemStateFilter.Open };
        request.Labels.Add(label);
        var issues = await AskAsync(() => _octokit.Issue.GetAllForRepository(Connection.Owner, Connection.Name, request, new ApiOptions { PageSize = PageSize }), cancellationToken);
        return [.. issues.Where(issue => issue.PullRequest is null).Select(issue => (issue.Number, issue.Title)).OrderBy(issue => issue.Number)];
    }

    /// <summary>
    /// Whether an immutable release was ever made of a tag. GitHub keeps its statement of it when the release is deleted, and
    /// the tag can never be released again.
    /// </summary>
    /// <param name="commit">What the tag pointed to, when it is gone.</param>
    /// <returns>Null when the token may not know.</returns>
    /// <remarks>https://docs.github.com/rest/repos/attestations, by the digest that <c>gh release verify</c> asks for.</remarks>
    public async Task<bool?> WasImmutableAsync(string tag, string commit, CancellationToken cancellationToken)
    {
        try
        {
            var hash = (await NamedAsync(tag, cancellationToken))?.Sha ?? commit;
            var answer = await ReadAsync(Connection.At($"attestations/sha1:{hash}?predicate_type=release&per_page={PageSize}"), GitHubJson.Default.AttestationsAnswer, cancellationToken);
            return answer?.Attestations?.Any(attestation => TagOf(attestation.Bundle) == tag) == true;
        }
        catch (RefusedException exception) when (!exception.Refusal.IsLimit)
        {
            return null;
        }
    }

    // The statement is in an envelope, as https://github.com/secure-systems-lab/dsse says.
    private static string? TagOf(JsonNode? bundle)
    {
        try
        {
            var payload = Convert.FromBase64String((string?)bundle?["dsseEnvelope"]?["payload"] ?? "");
            return (string?)JsonNode.Parse(Encoding.UTF8.GetString(payload))?["predicate"]?["tag"];
        }
        catch (Exception exception) when (exception is FormatException or JsonException or InvalidOperationException)
        {
            // Statements of other kinds are no matter.
            return null;
        }
    }

    private static CommitCheck Check(CheckRun run) => new(
        run.Name,
        run.Status.StringValue != "completed" ? CheckState.Pending
            : run.Conclusion?.StringValue is "success" or "neutral" or "skipped" ? CheckState.Passed
            : CheckState.Failed,
        run.StartedAt,
        run.Id,
        run.HtmlUrl);

    private static CommitCheck Check(CommitStatus status) => new(
        status.Context,
        status.State.StringValue switch { "success" => CheckState.Passed, "pending" => CheckState.Pending, _ => CheckState.Failed },
        status.CreatedAt,
        status.Id,
        status.TargetUrl);
}

/// <summary>What GitHub lets a token ask.</summary>
/// <param name="Limit">Requests in an hour.</param>
/// <param name="Reset">When there are that many again.</param>
/// <param name="Now">GitHub's clock; null when it does not say.</param>
public sealed record GitHubBudget(int Limit, int Remaining, DateTimeOffset Reset, DateTimeOffset? Now);
