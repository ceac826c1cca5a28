using Slipway.Messages;
using Slipway.Releasing.GitHub;

namespace Slipway.Releasing.Announcing;

/// <summary>Tells the world once, in each channel.</summary>
public sealed class AnnounceStep(ReleaseRun run, GitHubReleases releases, IReadOnlyCollection<IChannel> channels)
{
    /// <summary>How patient it is with a release that was made public a moment ago.</summary>
    public StepSettings Settings { get; init; } = StepSettings.Default;

    /// <param name="known">The id of the announcement that was cut off, when a person has found it.</param>
    /// <param name="again">Whether a person has found that there is none.</param>
    /// <exception cref="SlipwayException">The release is not public, a channel refuses, or nobody knows whether it was announced there.</exception>
    public async Task RunAsync(string? known, bool again, CancellationToken cancellationToken)
    {
        var release = await FindAsync(cancellationToken).AtAsync($"whether {run.Manifest.Tag} is announced is not known") ?? throw new SlipwayException(
            ErrorKind.Verdict, $"{run.Manifest.Tag} is not public, and nothing is announced.", "Run GoLive first.");
        var record = new KeptRecord(releases, release);
        var message = Announcement.Of(run.Manifest, releases.Connection.Repository, releases.Connection.ReleasePage(run.Manifest.Tag));
        // Only of a channel that cannot be asked has a person found anything.
        await Channels.ForEachAsync(channels, channel => new ChannelAnnouncer(run, record, channel, message).RunAsync(
            channel.MayRepeat || string.IsNullOrWhiteSpace(known) ? null : known.Trim(), again, cancellationToken));
    }

    /// <summary>How far the announcement in a channel is.</summary>
    /// <param name="release">When it is public.</param>
    public static AnnounceState StateOf(ReleaseRun run, GitHubRelease? release, IChannel channel) =>
        release?.Body.Record.ContainsKey(channel.Key) == true ? AnnounceState.Announced
        : release?.Body.Record.ContainsKey(ChannelAnnouncer.KeyOfIntent(channel)) == true || ChannelAnnouncer.WasCutOff(run, channel) ? AnnounceState.CutOff
        : AnnounceState.NotAnnounced;

    /// <summary>What is left to do, for people.</summary>
    public static IReadOnlyList<Effect> Effects(ReleaseRun run, GitHubRelease? release, IEnumerable<IChannel> channels) =>
        [.. channels.Select(channel => (Effect: ChannelAnnouncer.EffectOf(channel), channel.MayRepeat, State: StateOf(run, release, channel)))
            .Where(x => x.State != AnnounceState.Announced)
            .Select(x => x.State == AnnounceState.NotAnnounced ? x.Effect
                : x.Effect with { Name = $"{x.Effect.Name}, which was cut off{(x.MayRepeat ? "" : ": a person has to look into the channel first")}" })];

    // Looked for twice, as what was made public a moment ago may be shown late.
    private async Task<GitHubRelease?> FindAsync(CancellationToken cancellationToken)
    {
        if (await releases.GetPublicAsync(run.Manifest.Tag, cancellationToken) is { } release)
            return release;
        await Settings.WaitAsync(look: 1, run.Time, cancellationToken);
        return await releases.GetPublicAsync(run.Manifest.Tag, cancellationToken);
    }
}
