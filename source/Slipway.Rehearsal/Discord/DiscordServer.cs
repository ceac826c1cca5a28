using System.Collections.Immutable;
using Slipway.Rehearsal.Hosting;

namespace Slipway.Rehearsal.Discord;

/// <summary>The embedded Discord: one webhook of one channel.</summary>
public sealed class DiscordServer : IAsyncDisposable
{
    private readonly LoopbackServer _server;
    private readonly MessageStore _store;

    private DiscordServer(LoopbackServer server, MessageStore store, Uri webhook) => (_server, _store, Webhook) = (server, store, webhook);

    public Uri Address => _server.Address;

    /// <summary>With its token.</summary>
    public Uri Webhook { get; }

    /// <summary>The messages as they stand, oldest first.</summary>
    public ImmutableArray<DiscordMessage> Messages => _store.Messages;

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    internal static async Task<DiscordServer> StartAsync(string folder, DiscordOptions options, ServerContext context)
    {
        var store = new MessageStore(folder);
        var server = await LoopbackServer.StartAsync(
            "discord",
            context with { Port = options.Port },
            new DiscordRoutes(options, store, context.Time).Map,
            DiscordRoutes.AnswerAsync);
        return new DiscordServer(server, store, new Uri(server.Address, $"api/webhooks/{options.WebhookId}/{options.WebhookToken}"));
    }
}
