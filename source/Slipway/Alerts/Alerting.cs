using System.Globalization;
using Slipway.History;
using Slipway.Messages;

namespace Slipway.Alerts;

/// <summary>Tells the team what is new, and remembers what it was told.</summary>
/// <param name="log">Is told what was done.</param>
public sealed class Alerting(
    IAlertStates states,
    IReadOnlyCollection<IAlertChannel> channels,
    AlertRoutes routes,
    AlertLimits limits,
    TimeProvider time,
    Action<string> log)
{
    /// <summary>What would be told; nothing is, and nothing is remembered.</summary>
    public async Task<AlertDecision> PreviewAsync(AlertReport report, CancellationToken cancellationToken = default) =>
        Decide(await states.ReadAsync(cancellationToken), report);

    /// <summary>
    /// Tells each channel what it does not know yet, also after one has failed. What a channel was told is remembered at
    /// once, so that the same again tells only those that missed it.
    /// </summary>
    /// <exception cref="SlipwayException">At least one channel was not told.</exception>
    public async Task TellAsync(AlertReport report, CancellationToken cancellationToken = default)
    {
        // What is to be told is taken before, so that of two processes one tells it.
        var decision = await states.ChangeAsync(
            book =>
            {
                var made = Decide(book, report);
                return (made.Book, made);
            },
            cancellationToken);
        foreach (var (channel, count) in decision.Waiting)
            log(string.Create(CultureInfo.InvariantCulture, $"{count} more wait, as {channel} has had {limits.MostPerHour} within an hour: a later run tells of them"));
        var byChannel = decision.Sendings.ToLookup(sending => sending.Channel);
        await Channels.ForEachAsync([.. channels.OrderBy(channel => channel.Channel)], channel => Channels.ForEachAsync([.. byChannel[channel.Channel]], sending => TellAsync(channel, sending, cancellationToken)));
    }

    private AlertDecision Decide(AlertBook book, AlertReport report) =>
        AlertDecision.Of(book, report, routes, [.. channels.Select(channel => channel.Channel)], limits, time.GetUtcNow());

    private async Task TellAsync(IAlertChannel channel, AlertSending sending, CancellationToken cancellationToken)
    {
        try
        {
            log(await channel.TellAsync(await CurrentAsync(sending, cancellationToken), cancellationToken));
            await RememberAsync(book => AlertClaims.Told(book, sending, time.GetUtcNow(), isDoubtful: false));
        }
        catch (UncertainException exception)
        {
            log($"Whether it was told {channel.Way} is not known ({exception.Message}): {sending.Message.Headline}");
            await RememberAsync(book => channel.Channel == AlertChannel.Discord
                ? AlertClaims.Told(book, sending, time.GetUtcNow(), isDoubtful: true)
                : AlertClaims.Missed(book, sending));
        }
        catch (Exception exception) when (exception is SlipwayException || cancellationToken.IsCancellationRequested)
        {
            await RememberAsync(book => AlertClaims.Missed(book, sending));
            throw;
        }
    }

    // An issue says what the other channels were told meanwhile.
    private async Task<AlertSending> CurrentAsync(AlertSending sending, CancellationToken cancellationToken)
    {
        if (sending.Channel != AlertChannel.GitHubIssue)
            return sending;
        var problems = (await states.ReadAsync(cancellationToken)).Problems;
        return sending with { Items = [.. sending.Items.Select(item => item with { Problem = problems.GetValueOrDefault(item.Problem.Key) ?? item.Problem })] };
    }

    // Also when the run is being ended: what was told was told.
    private Task RememberAsync(Func<AlertBook, AlertBook> next) => states.ChangeAsync(book => (next(book), true), CancellationToken.None);
}
