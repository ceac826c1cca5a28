using System.Collections.Immutable;
using Slipway.Releasing.GitHub;
using Slipway.Releasing.Journal;

namespace Slipway.Releasing.Announcing;

/// <summary>
/// Tells the world once. That it is about to be told is kept in the release's text before it is, and the id of the message
/// after; Discord lists no messages, so that what was cut off in between is for a person to look at.
/// </summary>
public sealed class AnnounceStep(ReleaseRun run, GitHubReleases releases, DiscordWebhook discord)
{
    private const string IdKey = "discord";
    private const string IntentKey = "discord-intent";

    private static readonly Effect Effect = new(ReleaseStep.Announce, "announce on Discord", "POST /webhooks/…?wait=true");

    /// <summary>How patient it is with a release that was made public a moment ago.</summary>
    public StepSettings Settings { get; init; } = StepSettings.Default;

    /// <param name="known">The id of the announcement, when a person has found it.</param>
    /// <param name="again">Whether a person has found that there is none.</param>
    /// <returns>The id of the message.</returns>
    /// <exception cref="SlipwayException">The release is not public, or nobody knows whether it was announced.</exception>
    public async Task<string> RunAsync(string? known, bool again, CancellationToken cancellationToken)
    {
        var release = await FindAsync(cancellationToken).AtAsync($"whether {run.Manifest.Tag} is announced is not known") ?? throw new SlipwayException(
            ErrorKind.Verdict, $"{run.Manifest.Tag} is not public, and nothing is announced.", "Run GoLive first.");
        var written = release.Body.Record.GetValueOrDefault(IdKey);
        var id = known is { Length: > 0 } ? known : written ?? run.Journal.Find(Effect.Name)?["id"];
        if (id is not null && !await discord.HasAsync(id, cancellationToken).AtAsync($"{run.Manifest.Tag} is public, and message {id} is its announcement"))
        {
            if (known is { Length: > 0 })
                throw new SlipwayException(ErrorKind.Configuration, $"The webhook has no message {known}.", "Copy the id of the message (developer mode, Copy Message ID); it must be one of this webhook.");
            run.Say("The announcement was deleted by somebody; it is not made again.");
            return id;
        }

        if (id is null)
        {
            if (!again && (release.Body.Record.ContainsKey(IntentKey) || WasCutOff()))
                throw Unknown();
            release = await KeepAsync(release, x => x.SetItem(IntentKey, "1"), cancellationToken).AtAsync($"{run.Manifest.Tag} is public, and not announced");
            id = await PostAsync(release, cancellationToken);
        }

        if (written != id)
            await KeepAsync(release, x => x.Remove(IntentKey).SetItem(IdKey, id), cancellationToken).AtAsync($"{run.Manifest.Tag} is announced, and does not say so yet: message {id}");
        run.Say($"Announced on Discord: message {id}.");
        return id;
    }

    /// <summary>What is left to do, for people.</summary>
    public static IReadOnlyList<Effect> Effects(GitHubRelease? release) => release?.Body.Record.ContainsKey(IdKey) == true ? [] : [Effect];

    private async Task<string> PostAsync(GitHubRelease release, CancellationToken cancellationToken)
    {
        var message = Announcement.ForDiscord(run.Manifest, releases.Connection.ReleasePage(run.Manifest.Tag));
        try
        {
            return await run.Journal.PerformAsync(Effect, () => discord.PostAsync(message, cancellationToken), id => [new("id", id)]);
        }
        catch (UncertainException exception)
        {
            run.Say($"{exception.Message}.");
            throw Unknown();
        }
        catch (SlipwayException exception)
        {
            // It was refused: the next run need not ask anybody.
            await KeepAsync(release, x => x.Remove(IntentKey), cancellationToken);
            throw exception.At($"{run.Manifest.Tag} is public, and not announced");
        }
    }

    /// <summary>Looked for twice, as what was made public a moment ago may be shown late.</summary>
    private async Task<GitHubRelease?> FindAsync(CancellationToken cancellationToken)
    {
        if (await releases.GetPublicAsync(run.Manifest.Tag, cancellationToken) is { } release)
            return release;
        await Settings.WaitAsync(look: 1, run.Time, cancellationToken);
        return await releases.GetPublicAsync(run.Manifest.Tag, cancellationToken);
    }

    private async Task<GitHubRelease> KeepAsync(GitHubRelease release, Func<ImmutableSortedDictionary<string, string>, ImmutableSortedDictionary<string, string>> change, CancellationToken cancellationToken)
    {
        var body = release.Body with { Record = change(release.Body.Record) };
        if (body.Record.SequenceEqual(release.Body.Record))
            return release;
        await releases.UpdateBodyAsync(release.Id, body.ToString(), cancellationToken);
        return release with { Body = body };
    }

    // An intent, and nothing after it.
    private bool WasCutOff() => run.Journal.Entries.LastOrDefault(entry => entry.Name == Effect.Name) is { Phase: JournalPhase.Intent };

    private SlipwayException Unknown() => new(
        ErrorKind.Environment,
        $"Whether {run.Manifest.Tag} was announced is not known: the announcement was cut off, and Discord does not list messages. Everything else is done.",
        "Look into the channel. When it is there: Announce --announced ID, with the message's id; when it is not: Announce --announce-again.");
}
