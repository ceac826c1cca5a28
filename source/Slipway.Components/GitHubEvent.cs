namespace Slipway.Components;

/// <summary>What GitHub says of the event that has started a run.</summary>
internal static class GitHubEvent
{
    /// <summary>As JSON; null elsewhere. https://docs.github.com/webhooks/webhook-events-and-payloads</summary>
    public static async Task<string?> ReadAsync() =>
        Environment.GetEnvironmentVariable("GITHUB_EVENT_PATH") is { Length: > 0 } file && File.Exists(file)
            ? await File.ReadAllTextAsync(file, Interruption.Token)
            : null;

    /// <summary>When it is the end of another run; null otherwise. https://docs.github.com/actions/reference/workflows-and-actions/events-that-trigger-workflows#workflow_run</summary>
    public static async Task<string?> ReadEndedAsync() =>
        Environment.GetEnvironmentVariable("GITHUB_EVENT_NAME") == "workflow_run" ? await ReadAsync() : null;
}
