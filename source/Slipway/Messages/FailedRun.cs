using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Slipway.Messages;

/// <summary>A run of a pipeline that has failed, for those who mend it.</summary>
/// <param name="Place">The repository, as <c>owner/name</c>; or the folder, for a run on a desk.</param>
/// <param name="Workflow">Or target.</param>
/// <param name="Reference">The branch or tag; null when nobody says.</param>
/// <param name="Id">Tells this run and attempt from all others.</param>
/// <param name="Page">Where its log is; null for a run on a desk.</param>
/// <param name="Failed">Jobs or targets, sorted.</param>
public sealed record FailedRun(string Place, string Workflow, string? Reference, string? Commit, string Id, int Attempt, Uri? Page, ImmutableArray<string> Failed)
{
    private const int LengthOfCommit = 12;

    /// <summary>What GitHub tells a job of its run.</summary>
    /// <param name="variable">Of the environment: https://docs.github.com/actions/reference/workflows-and-actions/variables</param>
    /// <param name="desk">What takes the place of the repository, and of the workflow, elsewhere.</param>
    /// <param name="targets">Those that have failed in this run itself.</param>
    /// <param name="ended">What GitHub says of another run, when this one was started by its end; null otherwise.</param>
    public static FailedRun Of(Func<string, string?> variable, (string Place, string Workflow) desk, IEnumerable<string> targets, string? ended = null)
    {
        string? Say(string name) => variable(name) is { Length: > 0 } value ? value : null;
        if (Say("GITHUB_REPOSITORY") is { } own && ReadObject(ended)?["workflow_run"] is JsonObject run)
        {
            string? Tell(string name) => run[name] is JsonValue value ? value.ToString() : null;
            return new FailedRun(
                own,
                Tell("name") ?? desk.Workflow,
                Tell("head_branch"),
                Tell("head_sha"),
                Tell("id") ?? "",
                AttemptOf(Tell("run_attempt")),
                Uri.TryCreate(Tell("html_url"), UriKind.Absolute, out var page) ? page : null,
                []);
        }

        var (repository, id) = (Say("GITHUB_REPOSITORY"), Say("GITHUB_RUN_ID"));
        return new FailedRun(
            repository ?? desk.Place,
            Say("GITHUB_WORKFLOW") ?? desk.Workflow,
            Say("GITHUB_REF_NAME"),
            Say("GITHUB_SHA"),
            id ?? "",
            AttemptOf(Say("GITHUB_RUN_ATTEMPT")),
            repository is not null && id is not null ? new Uri($"{Say("GITHUB_SERVER_URL") ?? "https://github.com"}/{repository}/actions/runs/{id}") : null,
            [.. JobsIn(Say("JOB_RESULTS")).Concat(targets).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)]);
    }

    public Message ToMessage() => new(
        string.Create(CultureInfo.InvariantCulture, $"{Place} run {Id} {Attempt} failed"),
        $"{Workflow} failed in {Place}{(Reference is null ? "" : $" ({Reference})")}",
        "The run",
        Page,
        "",
        [
            new("Failed", Failed),
            new("Branch or tag", Reference),
            new("Commit", Commit?[..Math.Min(LengthOfCommit, Commit.Length)]),
            new("Attempt", Attempt > 1 ? Attempt.ToString(CultureInfo.InvariantCulture) : null),
        ],
        MessageTone.Bad);

    // The context needs, as JSON: https://docs.github.com/actions/reference/workflows-and-actions/contexts#needs-context
    private static IEnumerable<string> JobsIn(string? json) =>
        (ReadObject(json) ?? []).Where(job => job.Value is JsonObject result && result["result"]?.ToString() is "failure" or "cancelled").Select(job => job.Key);

    private static JsonObject? ReadObject(string? json)
    {
        try
        {
            return json is null ? null : JsonNode.Parse(json) as JsonObject;
        }
        catch (JsonException)
        {
            // The team is told all the same.
            return null;
        }
    }

    private static int AttemptOf(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var attempt) ? attempt : 1;
}
