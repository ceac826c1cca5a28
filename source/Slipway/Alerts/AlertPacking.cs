using System.Collections.Immutable;
using System.Globalization;
using Slipway.Messages;

namespace Slipway.Alerts;

/// <summary>News as messages: as many as there is room for.</summary>
internal static class AlertPacking
{
    /// <summary>A message each; what there is no room for is put together in the last one.</summary>
    public static ImmutableArray<AlertSending> Messages(AlertChannel channel, IReadOnlyList<AlertItem> items, int room, DateTimeOffset now)
    {
        if (items.Count == 0 || room <= 0)
            return [];
        var alone = items.Count <= room ? items.Count : room - 1;
        var sendings = items.Take(alone).Select(item => new AlertSending(channel, [item], item.Message));
        return items.Count == alone ? [.. sendings] : [.. sendings, Together(channel, [.. items.Skip(alone)], now)];
    }

    /// <summary>Each on its own; only new ones need room, and wait when there is none.</summary>
    public static ImmutableArray<AlertSending> Issues(IReadOnlyList<AlertItem> items, int room) =>
    [
        .. items.Where(item => item.News != AlertNews.Begun)
            .Concat(items.Where(item => item.News == AlertNews.Begun).Take(Math.Max(0, room)))
            .Select(item => new AlertSending(AlertChannel.GitHubIssue, [item], item.Message)),
    ];

    private static AlertSending Together(AlertChannel channel, ImmutableArray<AlertItem> items, DateTimeOffset now)
    {
        if (items is [var one])
            return new AlertSending(channel, items, one.Message);
        var message = new Message(
            string.Create(CultureInfo.InvariantCulture, $"{items[0].Message.Identity} and {items.Length - 1} more at {now.ToUnixTimeMilliseconds()}"),
            string.Create(CultureInfo.InvariantCulture, $"{items.Length} more alerts"),
            "More than a channel is told within an hour",
            Link: null,
            Text: "",
            [new MessageField("Alerts", [.. items.Select(item => item.Message.Headline)])],
            items.All(item => item.Message.Tone == MessageTone.Good) ? MessageTone.Good : MessageTone.Bad);
        return new AlertSending(channel, items, message);
    }
}
