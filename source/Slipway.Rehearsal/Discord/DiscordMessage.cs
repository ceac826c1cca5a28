namespace Slipway.Rehearsal.Discord;

/// <summary>A message as it stands in the channel.</summary>
/// <param name="Json">All that was sent.</param>
public sealed record DiscordMessage(string Id, string Content, string Json);
