using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Slipway.Rehearsal.GitHub.State;
using Slipway.Rehearsal.Hosting;

namespace Slipway.Rehearsal.GitHub.Routes;

/// <summary>What a request makes of an issue: https://docs.github.com/rest/issues/issues</summary>
internal static class IssueChanges
{
    /// <summary>Of a title, a body, and a text under an issue.</summary>
    public const int BodyLimit = 65_536;

    private const int TitleLimit = 256;

    public static Issue Create(JsonObject input, long number, string author, DateTimeOffset now) => Checked(new Issue(
        number,
        input.Text("title") ?? throw GitHubRefusedException.Invalid("Issue", "missing_field", "title"),
        "open",
        Labels(input) ?? [],
        IsPullRequest: false,
        now)
    {
        Author = author,
        Body = input.Text("body"),
    });

    public static Issue Update(Issue issue, JsonObject input, DateTimeOffset now)
    {
        var changed = issue with
        {
            Title = input.Text("title") ?? issue.Title,
            Body = input.Text("body") ?? issue.Body,
            Labels = Labels(input) ?? issue.Labels,
            UpdatedAt = now,
        };
        if (input.Text("state") is not { } state || state == issue.State)
            return Checked(changed);
        return Checked(state switch
        {
            "open" => changed with { State = state, ClosedAt = null, Reason = "reopened" },
            "closed" => changed with { State = state, ClosedAt = now, Reason = input.Text("state_reason") ?? "completed" },
            _ => throw GitHubRefusedException.Invalid("Issue", "invalid", "state"),
        });
    }

    private static Issue Checked(Issue issue) => issue switch
    {
        { Title: "" } => throw GitHubRefusedException.Invalid("Issue", "missing_field", "title"),
        { Title.Length: > TitleLimit } => throw GitHubRefusedException.Invalid("Issue", "custom", "title", $"title is too long (maximum is {TitleLimit} characters)"),
        { Body.Length: > BodyLimit } => throw GitHubRefusedException.Invalid("Issue", "custom", "body", $"body is too long (maximum is {BodyLimit} characters)"),
        _ => issue,
    };

    private static ImmutableArray<string>? Labels(JsonObject input) =>
        input["labels"] is JsonArray labels ? [.. labels.Select(label => label!.GetValue<string>()).Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.Ordinal)] : null;
}
