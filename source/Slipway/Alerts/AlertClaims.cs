using Slipway.History;

namespace Slipway.Alerts;

/// <summary>Who tells what, and what became of it.</summary>
internal static class AlertClaims
{
    /// <summary>Gives up those who took something and did not say more: they may have told it, or not.</summary>
    public static AlertBook Settle(AlertBook book, DateTimeOffset now)
    {
        foreach (var problem in book.Problems.Values)
        {
            foreach (var (channel, told) in problem.Told.Where(told => told.Value is { Taken: not null } && told.Value.Until <= now))
            {
                var next = channel == AlertWords.Of(AlertChannel.Discord) && Enum.TryParse<AlertNews>(told.Taken, out var news)
                    ? After(told, news, told.Until!.Value, isDoubtful: true)
                    // Told a second time it is still one message to its readers.
                    : told with { Taken = null, Until = null };
                book = book.With(book.Problems[problem.Key].With(channel, next));
            }
        }

        return book;
    }

    /// <summary>How many messages of the last hour a channel had, with those that are on their way.</summary>
    public static int Used(AlertBook book, AlertChannel channel, DateTimeOffset now)
    {
        var name = AlertWords.Of(channel);
        return book.Sent.Count(sent => sent.Channel == name && sent.At > now.AddHours(-1))
            + book.Problems.Values.Count(problem => problem.Told.GetValueOrDefault(name) is { Taken: { } taken } && taken != nameof(AlertNews.Update));
    }

    public static AlertBook Take(AlertBook book, AlertItem item, AlertChannel channel, DateTimeOffset until)
    {
        var problem = book.Problems[item.Problem.Key];
        var told = problem.Told.GetValueOrDefault(AlertWords.Of(channel)) ?? new AlertTold(null, null);
        return book.With(problem.With(AlertWords.Of(channel), told with { Taken = item.News.ToString(), Until = until }));
    }

    /// <summary>Remembers that it was told, or may have been.</summary>
    public static AlertBook Told(AlertBook book, AlertSending sending, DateTimeOffset now, bool isDoubtful)
    {
        book = Each(book, sending, (told, news) => After(told, news, now, isDoubtful));
        return Counts(sending) ? book with { Sent = book.Sent.Add(new AlertSent(AlertWords.Of(sending.Channel), now)) } : book;
    }

    /// <summary>Gives back what was not told.</summary>
    public static AlertBook Missed(AlertBook book, AlertSending sending) => Each(book, sending, (told, _) => told with { Taken = null, Until = null });

    private static AlertTold After(AlertTold told, AlertNews news, DateTimeOffset at, bool isDoubtful) => news == AlertNews.Update
        ? told with { Taken = null, Until = null }
        // Who may not know that it began is reminded soon; a reminder that got lost is followed by the next.
        : new AlertTold(news != AlertNews.Over, at, isDoubtful && news == AlertNews.Begun);

    // Of issues only new ones call people.
    private static bool Counts(AlertSending sending) =>
        sending.Channel != AlertChannel.GitHubIssue || sending.Items.Any(item => item.News == AlertNews.Begun);

    private static AlertBook Each(AlertBook book, AlertSending sending, Func<AlertTold, AlertNews, AlertTold> next)
    {
        var channel = AlertWords.Of(sending.Channel);
        foreach (var item in sending.Items)
        {
            // Nobody else had it meanwhile, but it may be forgotten.
            if (book.Problems.GetValueOrDefault(item.Problem.Key) is { } problem && problem.Told.GetValueOrDefault(channel) is { } told)
                book = book.With(problem.With(channel, next(told, item.News)));
        }

        return book;
    }
}
