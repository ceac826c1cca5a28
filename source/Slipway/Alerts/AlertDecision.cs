using System.Collections.Immutable;
using Slipway.History;

namespace Slipway.Alerts;

/// <summary>What is told now, and what is remembered of it before it is.</summary>
/// <param name="Book">In which what is to be told is taken, so that no other process tells it.</param>
/// <param name="Waiting">How many news each channel has no room for within this hour; a later run tells them.</param>
public sealed record AlertDecision(AlertBook Book, ImmutableArray<AlertSending> Sendings, ImmutableSortedDictionary<AlertChannel, int> Waiting)
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    /// <summary>A problem is told when it begins, at most once a day while it goes on, and when it is over.</summary>
    /// <param name="channels">Those that are set up.</param>
    public static AlertDecision Of(
        AlertBook book,
        AlertReport report,
        AlertRoutes routes,
        IReadOnlyCollection<AlertChannel> channels,
        AlertLimits limits,
        DateTimeOffset now)
    {
        book = AlertClaims.Settle(Forget(book, limits, now), now);
        (book, var fresh) = AlertProgress.Apply(book, report);
        var sendings = ImmutableArray.CreateBuilder<AlertSending>();
        var waiting = ImmutableSortedDictionary.CreateBuilder<AlertChannel, int>();
        // Issues last: in each stands what the other channels were told.
        foreach (var channel in channels.Distinct().Order())
        {
            if (channel == AlertChannel.GitHubIssue)
                fresh = fresh.Union(sendings.SelectMany(sending => sending.Items).Select(item => item.Problem.Key));
            var items = book.Problems.Values
                .Select(problem => Item(problem, channel, fresh.Contains(problem.Key), routes, limits, now))
                .OfType<AlertItem>()
                .ToList();
            var room = limits.MostPerHour - AlertClaims.Used(book, channel, now);
            var sent = channel == AlertChannel.GitHubIssue ? AlertPacking.Issues(items, room) : AlertPacking.Messages(channel, items, room, now);
            book = sent.SelectMany(sending => sending.Items).Aggregate(book, (all, item) => AlertClaims.Take(all, item, channel, now + limits.Patience));
            sendings.AddRange(sent);
            if (items.Count - sent.Sum(sending => sending.Items.Length) is var rest and > 0)
                waiting[channel] = rest;
        }

        return new AlertDecision(book, sendings.ToImmutable(), waiting.ToImmutable());
    }

    private static AlertItem? Item(AlertProblem problem, AlertChannel channel, bool isFresh, AlertRoutes routes, AlertLimits limits, DateTimeOffset now) =>
        AlertWords.EventOf(problem.Key) is { } kind && News(problem, kind, channel, isFresh, routes, limits, now) is { } news
            ? new AlertItem(problem, news, AlertTexts.Of(problem, news, now))
            : null;

    private static AlertNews? News(AlertProblem problem, AlertEvent kind, AlertChannel channel, bool isFresh, AlertRoutes routes, AlertLimits limits, DateTimeOffset now)
    {
        var told = problem.Told.GetValueOrDefault(AlertWords.Of(channel));
        if (told is { Taken: not null })
            return null;
        var isIssue = channel == AlertChannel.GitHubIssue;
        var stage = AlertWords.StageOf(problem.Stage);
        if (!problem.IsOpen)
        {
            return told?.IsOpen == true && (isIssue || routes.ChannelsOf(AlertWords.EndOf(kind), stage).Contains(channel)) ? AlertNews.Over
                : isIssue && isFresh && told is not null ? AlertNews.Update
                : null;
        }

        if (!routes.ChannelsOf(kind, stage).Contains(channel))
            return null;
        if (told?.IsOpen != true)
            return AlertNews.Begun;
        if (!isFresh)
            return null;
        return isIssue ? AlertNews.Update : told.IsDoubtful || limits.IsReminderDue(told.At ?? default, now) ? AlertNews.Reminder : null;
    }

    private static AlertBook Forget(AlertBook book, AlertLimits limits, DateTimeOffset now) => book with
    {
        Problems = book.Problems.RemoveRange(book.Problems.Values.Where(problem => problem.Ended < now - limits.Memory).Select(problem => problem.Key)),
        Sent = [.. book.Sent.Where(sent => sent.At > now - Hour)],
    };
}
