using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Slipway.Messages;

namespace Slipway.Alerts;

/// <summary>What a run that is told of is for.</summary>
public enum AlertedRunKind
{
    /// <summary>A run on a desk, or of a branch that nobody waits for.</summary>
    None,

    /// <summary>Another run has ended: a push to the default branch.</summary>
    Branch,

    /// <summary>This run itself, at night or started by hand.</summary>
    Night,

    /// <summary>This run itself, for a tag.</summary>
    Release,
}

/// <summary>The run that is told of.</summary>
/// <param name="Run">Tells it and its attempt from all others.</param>
/// <param name="At">When it began.</param>
/// <param name="Conclusion">What GitHub says of a run that has ended; null of this run itself.</param>
/// <param name="Branch">The default branch, or the tag.</param>
public sealed record AlertedRun(AlertedRunKind Kind, FailedRun Facts, string Run, DateTimeOffset At, string? Conclusion, string Branch)
{
    /// <param name="variable">Of the environment: https://docs.github.com/actions/reference/workflows-and-actions/variables</param>
    /// <param name="payload">The event that has started this run, as JSON: https://docs.github.com/webhooks/webhook-events-and-payloads</param>
    /// <param name="tag">The tag of a release that was started by hand; null when there is none.</param>
    /// <param name="desk">What takes the place of the repository, and of the workflow, elsewhere.</param>
    /// <param name="targets">Those that have failed in this run itself.</param>
    public static AlertedRun Of(Func<string, string?> variable, string? payload, string? tag, (string Place, string Workflow) desk, IEnumerable<string> targets, DateTimeOffset now)
    {
        var json = ReadObject(payload);
        var ended = variable("GITHUB_EVENT_NAME") == "workflow_run" ? json?["workflow_run"] as JsonObject : null;
        var facts = FailedRun.Of(variable, desk, targets, ended is null ? null : payload);
        var run = string.Create(CultureInfo.InvariantCulture, $"{facts.Id}/{facts.Attempt}");
        var main = Text(json?["repository"]?["default_branch"]);
        if (ended is not null)
        {
            // The workflow's own condition says so, too; one that was written by hand may not.
            var counts = Text(ended["event"]) == "push" && main is not null && facts.Reference == main;
            return new AlertedRun(counts ? AlertedRunKind.Branch : AlertedRunKind.None, facts, run, Time(ended["run_started_at"]) ?? Time(ended["created_at"]) ?? now, Text(ended["conclusion"]) ?? "", main ?? "");
        }

        if (variable("GITHUB_ACTIONS") != "true" || facts.Id.Length == 0)
            return new AlertedRun(AlertedRunKind.None, facts, string.Create(CultureInfo.InvariantCulture, $"desk/{now.ToUnixTimeMilliseconds()}"), now, null, "");
        var named = variable("GITHUB_REF_TYPE") == "tag" ? facts.Reference : variable("GITHUB_EVENT_NAME") == "workflow_dispatch" && tag is { Length: > 0 } ? tag : null;
        return named is not null ? new AlertedRun(AlertedRunKind.Release, facts with { Reference = named }, run, now, null, named)
            : new AlertedRun(main is null || facts.Reference == main ? AlertedRunKind.Night : AlertedRunKind.None, facts, run, now, null, facts.Reference ?? "");
    }

    private static JsonObject? ReadObject(string? json)
    {
        try
        {
            return json is null ? null : JsonNode.Parse(json) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue(out string? text) ? text : null;

    private static DateTimeOffset? Time(JsonNode? node) =>
        DateTimeOffset.TryParse(Text(node), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;
}
