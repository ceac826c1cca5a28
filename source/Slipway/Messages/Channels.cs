using System.Collections.Immutable;
using Slipway.Http;

namespace Slipway.Messages;

/// <summary>The channels that somebody has set up.</summary>
public sealed class Channels : IDisposable
{
    private Channels(ImmutableArray<IChannel> all) => All = all;

    public ImmutableArray<IChannel> All { get; }

    /// <param name="webhook">Of Discord; null sends nothing there.</param>
    /// <param name="mail">Null sends no mail.</param>
    public static Channels Open(Uri? webhook, MailSettings? mail, TimeProvider time) => new(
    [
        .. webhook is null ? Array.Empty<IChannel>() : [new DiscordWebhook(webhook, Sending.Handler(time))],
        .. mail is null ? Array.Empty<IChannel>() : [new MailRelay(mail, time)],
    ]);

    /// <summary>Does something with each channel, also after one has failed, and then says what went wrong.</summary>
    /// <exception cref="SlipwayException">At least one has failed.</exception>
    public static async Task ForEachAsync<T>(IReadOnlyCollection<T> channels, Func<T, Task> act)
    {
        var problems = new List<SlipwayException>();
        foreach (var channel in channels)
        {
            try
            {
                await act(channel);
            }
            catch (SlipwayException problem)
            {
                problems.Add(problem);
            }
        }

        if (problems is [var one])
            throw new SlipwayException(one.Kind, one.Message, one.Hint, one.Location, one);
        if (problems.Count > 0)
            throw new SlipwayException(problems.Max(x => x.Kind), string.Join('\n', problems.Select(x => x.Explain())), cause: new AggregateException(problems));
    }

    public void Dispose()
    {
        foreach (var channel in All)
            channel.Dispose();
    }
}
