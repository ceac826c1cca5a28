using Slipway.Messages;
using Slipway.Releasing.Journal;

namespace Slipway.Releasing.Announcing;

/// <summary>
/// Announces in one channel, once. That it is about to be done is kept in the release's text before it is, and the id of the
/// message after. What was cut off in between is sent again where its readers see one message all the same, as with mail,
/// whose Message-ID does not change; on Discord, which lists no messages, it is for a person to look at.
/// </summary>
internal sealed class ChannelAnnouncer(ReleaseRun run, KeptRecord record, IChannel channel, Message message)
{
    private readonly Effect _effect = EffectOf(channel);

    private string IntentKey => KeyOfIntent(channel);

    public static Effect EffectOf(IChannel channel) => new(ReleaseStep.Announce, $"announce {channel.Way}", channel.Call);

    public static string KeyOfIntent(IChannel channel) => $"{channel.Key}-intent";

    /// <param name="known">The id of the message, when a person has found it.</param>
    /// <param name="again">Whether a person has found that there is none.</param>
    public async Task RunAsync(string? known, bool again, CancellationToken cancellationToken)
    {
        var written = record.Values.GetValueOrDefault(channel.Key);
        var id = known ?? written ?? run.Journal.Find(_effect.Name)?["id"];
        if (id is not null && !await channel.UpdateAsync(id, message, cancellationToken).AtAsync($"{run.Manifest.Tag} is public, and message {id} is its announcement {channel.Way}"))
        {
            if (known is not null)
                throw new SlipwayException(ErrorKind.Configuration, $"The webhook has no message {known}.", "Copy the id of the message (developer mode, Copy Message ID); it must be one of this webhook.");
            run.Say($"What was announced {channel.Way} was deleted by somebody; it is not announced again.");
            return;
        }

        if (id is null)
        {
            if (!again && !channel.MayRepeat && (record.Values.ContainsKey(IntentKey) || WasCutOff(run, channel)))
                throw Unknown();
            await record.KeepAsync(record.Values.SetItem(IntentKey, "1"), cancellationToken).AtAsync($"{run.Manifest.Tag} is public, and not announced {channel.Way}");
            id = await SendAsync(cancellationToken);
        }

        if (written != id || record.Values.ContainsKey(IntentKey))
            await record.KeepAsync(record.Values.Remove(IntentKey).SetItem(channel.Key, id), cancellationToken).AtAsync($"{run.Manifest.Tag} is announced {channel.Way}, and does not say so yet: message {id}");
        run.Say($"Announced {channel.Way}: message {id}.");
    }

    /// <summary>Whether the journal of this machine has an intent, and nothing after it.</summary>
    public static bool WasCutOff(ReleaseRun run, IChannel channel)
    {
        var name = EffectOf(channel).Name;
        return run.Journal.Entries.LastOrDefault(entry => entry.Name == name) is { Phase: JournalPhase.Intent };
    }

    private async Task<string> SendAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await run.Journal.PerformAsync(_effect, () => channel.SendAsync(message, cancellationToken), id => [new("id", id)]);
        }
        catch (UncertainException exception)
        {
            run.Say($"{exception.Message}.");
            throw Unknown();
        }
        catch (SlipwayException exception)
        {
            // It was refused: the next run need not ask anybody.
            await record.KeepAsync(record.Values.Remove(IntentKey), cancellationToken);
            throw exception.At($"{run.Manifest.Tag} is public, and not announced {channel.Way}");
        }
    }

    private SlipwayException Unknown()
    {
        var tag = run.Manifest.Tag;
        var command = $"./build.sh Announce --forge {ReleaseJournal.SubjectOf(run.Journal.Entries)?.Forge} --skip --tag {tag}";
        var inputs = $"the workflow release, started by hand with the tag {tag}";
        return channel.MayRepeat
            ? new SlipwayException(
                ErrorKind.Environment,
                $"Whether {tag} was announced {channel.Way} is not known: it was cut off. Everything else is done.",
                $"Announce again, which sends the same message: {command}; or {inputs}.")
            : new SlipwayException(
                ErrorKind.Environment,
                $"Whether {tag} was announced {channel.Way} is not known: the announcement was cut off, and {channel.Name} does not list messages. Everything else is done.",
                $"Look into the channel. When it is there: {command} --announced ID, with the message's id; or {inputs} and the id as announced.\n"
                + $"When it is not: {command} --announce-again; or {inputs} and announce-again.");
    }
}
