using System.Collections.Immutable;
using System.Globalization;
using Slipway.History;
using Slipway.Messages;

namespace Slipway.Alerts;

/// <summary>What is told of a problem, beside what its run says.</summary>
internal static class AlertTexts
{
    public static Message Of(AlertProblem problem, AlertNews news, DateTimeOffset now)
    {
        var message = AlertJson.Read(problem.Message, problem.Key);
        // A run that is told of names itself; a problem that is over and nobody speaks of has only its last words.
        var isSaidToBeOver = message.Tone == MessageTone.Good;
        return message with
        {
            Identity = Identity(problem, news, now),
            Headline = news switch
            {
                AlertNews.Reminder => $"Still: {message.Headline}",
                AlertNews.Over when !isSaidToBeOver => $"Over: {message.Headline}",
                _ => message.Headline,
            },
            Text = news == AlertNews.Over && !isSaidToBeOver ? "" : message.Text,
            Fields = news == AlertNews.Begun ? message.Fields : [.. message.Fields, .. Course(problem)],
            Tone = news == AlertNews.Over ? MessageTone.Good : message.Tone,
        };
    }

    public static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);

    public static ImmutableArray<MessageField> Course(AlertProblem problem) =>
    [
        new MessageField("Since", Time(problem.Since)),
        .. problem.Ended is { } ended ? [new MessageField("Over", Time(ended))] : ImmutableArray<MessageField>.Empty,
        new MessageField("Runs that saw it", problem.Times.ToString(CultureInfo.InvariantCulture)),
    ];

    // The same for a second sending of the same, and for nothing else.
    private static string Identity(AlertProblem problem, AlertNews news, DateTimeOffset now)
    {
        var since = problem.Since.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
        var day = news == AlertNews.Reminder ? now.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : "";
        return $"{problem.Key} {since} {news} {day}".TrimEnd();
    }
}
