namespace Slipway.Rehearsal.Discord;

/// <summary>How the embedded Discord is to be.</summary>
public sealed record DiscordOptions
{
    public string WebhookId { get; init; } = "1000000000000000001";

    public string WebhookToken { get; init; } = "rehearsal-webhook-token";

    /// <summary>How many messages in two seconds before Discord asks to wait.</summary>
    public int Burst { get; init; } = 5;

    /// <summary>0 takes any free one.</summary>
    public int Port { get; init; }
}
