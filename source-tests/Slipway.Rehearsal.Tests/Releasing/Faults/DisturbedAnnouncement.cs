using Slipway.Messages;
using Slipway.Rehearsal.Calls;
using Slipway.Rehearsal.Discord;
using Slipway.Rehearsal.Faults;
using Slipway.Releasing.Announcing;

namespace Slipway.Rehearsal.Tests.Releasing.Faults;

/// <summary>The announcement of a release that is public already, twice: the second time it is only looked at.</summary>
internal sealed class DisturbedAnnouncement : IDisturbed
{
    private readonly ReleaseBench _bench;
    private readonly DiscordServer _discord;
    private readonly int _before;

    private DisturbedAnnouncement(ReleaseBench bench, DiscordServer discord) => (_bench, _discord, _before) = (bench, discord, bench.Calls.Count);

    public FaultPlan Faults => _bench.Faults;

    public IReadOnlyList<Call> Calls => [.. _bench.Calls.Skip(_before)];

    public static async Task<IDisturbed> StartAsync()
    {
        var bench = await ReleaseBench.StartAsync(Matrix.Strict);
        await bench.ReleaseAsync();
        return new DisturbedAnnouncement(bench, await DiscordServer.StartAsync(Path.Combine(bench.Folder, "discord"), new DiscordOptions(), bench.Context));
    }

    public async Task RunAsync(Disturbance? disturbance)
    {
        _bench.Hurry = disturbance is { Kind: FaultKinds.Slow, Place: var place } ? new Hurry(place) : null;
        await AnnounceAsync();
        await AnnounceAsync();
    }

    public async Task RunAgainAsync(SlipwayException stopped)
    {
        // Who is asked to look into the channel does.
        if (stopped.Hint!.StartsWith("Look into the channel.", StringComparison.Ordinal))
            await (_discord.Messages is [var message, ..] ? AnnounceAsync(known: message.Id) : AnnounceAsync(again: true));
        await AnnounceAsync();
        _bench.LoseJournal();
        await AnnounceAsync();
    }

    public async Task<string> StateAsync()
    {
        var messages = _discord.Messages.Select(message => message.Json.Replace(_bench.Server.Address.ToString(), "github/", StringComparison.Ordinal));
        return $"{await _bench.StateAsync()}\n{string.Join('\n', messages)}";
    }

    public async ValueTask DisposeAsync()
    {
        await _discord.DisposeAsync();
        await _bench.DisposeAsync();
    }

    private Task<bool> AnnounceAsync(string? known = null, bool again = false) => _bench.RunAsync(async (run, releases, token) =>
    {
        using var webhook = new DiscordWebhook(_discord.Webhook, _bench.Handler());
        await new AnnounceStep(run, releases, [webhook]) { Settings = _bench.Settings }.RunAsync(known, again, token);
        return true;
    });
}
