using System.Text.Json.Serialization;

namespace Slipway.Importing;

// Of what GitHub tells, what is used: https://docs.github.com/rest/actions/workflow-runs
internal sealed record RunsAnswer(int TotalCount, RunAnswer[] WorkflowRuns);

/// <summary>An attempt of a run; in lists, the last one.</summary>
internal sealed record RunAnswer(
    long Id,
    string? Name,
    string? Path,
    string? HeadBranch,
    string? HeadSha,
    string? Event,
    string? Status,
    string? Conclusion,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt,
    DateTimeOffset? RunStartedAt,
    int RunAttempt,
    Uri? HtmlUrl)
{
    public bool IsOver => Status == "completed" && Conclusion is not null;
}

// https://docs.github.com/rest/actions/workflow-jobs
internal sealed record JobsAnswer(int TotalCount, JobAnswer[] Jobs);

/// <param name="CreatedAt">When it began to wait; older servers do not tell.</param>
internal sealed record JobAnswer(string? Name, string? Conclusion, DateTimeOffset? CreatedAt, DateTimeOffset? StartedAt, DateTimeOffset? CompletedAt);

// https://docs.github.com/rest/deployments
internal sealed record DeploymentAnswer(long Id, string? Sha, string? Ref, string? Environment, DateTimeOffset CreatedAt);

internal sealed record StatusAnswer(string? State, DateTimeOffset CreatedAt);

// https://docs.github.com/rest/releases
internal sealed record ReleaseAnswer(long Id, string? TagName, bool Draft, DateTimeOffset CreatedAt, DateTimeOffset? PublishedAt, Uri? HtmlUrl);

// https://docs.github.com/rest/commits
internal sealed record CommitAnswer(string? Sha, CommitDetail? Commit);

internal sealed record CommitDetail(CommitPerson? Committer);

internal sealed record CommitPerson(DateTimeOffset? Date);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(RunsAnswer))]
[JsonSerializable(typeof(RunAnswer))]
[JsonSerializable(typeof(JobsAnswer))]
[JsonSerializable(typeof(DeploymentAnswer[]))]
[JsonSerializable(typeof(StatusAnswer[]))]
[JsonSerializable(typeof(ReleaseAnswer[]))]
[JsonSerializable(typeof(CommitAnswer))]
internal sealed partial class ImportJson : JsonSerializerContext;
