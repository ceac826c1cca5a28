using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Slipway.Alerts.Issues;

/// <summary>What of GitHub's answers is read; it says much more.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(IssueAnswer[]))]
[JsonSerializable(typeof(IssueAnswer))]
[JsonSerializable(typeof(CommentAnswer[]))]
[JsonSerializable(typeof(RunsAnswer))]
[JsonSerializable(typeof(JobsAnswer))]
[JsonSerializable(typeof(UserAnswer))]
[JsonSerializable(typeof(JsonObject))]
[JsonSerializable(typeof(IssueState))]
internal sealed partial class IssueJson : JsonSerializerContext;

internal sealed record IssueAnswer(long Number, string? Title, string? Body, string? State, UserAnswer? User, DateTimeOffset? ClosedAt, string? HtmlUrl, JsonObject? PullRequest, LabelAnswer[]? Labels);

internal sealed record LabelAnswer(string? Name);

internal sealed record UserAnswer(string? Login, string? Type);

internal sealed record CommentAnswer(string? Body);

internal sealed record RunsAnswer(RunAnswer[]? WorkflowRuns);

internal sealed record RunAnswer(long Id, string? Name, string? Event, string? Conclusion, int? RunAttempt, DateTimeOffset CreatedAt, DateTimeOffset? RunStartedAt, DateTimeOffset? UpdatedAt);

internal sealed record JobsAnswer(JobAnswer[]? Jobs);

internal sealed record JobAnswer(string? Name, string? Conclusion);

/// <summary>What a problem's issue remembers of it, where no history travels.</summary>
internal sealed record IssueState(long Since, long? Ended, int Times, string Run, long Seen, string? Stage, string? Page, Dictionary<string, IssueTold> Told);

internal sealed record IssueTold(bool IsOpen, long At);
