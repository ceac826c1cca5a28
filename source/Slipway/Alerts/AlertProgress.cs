using System.Collections.Immutable;
using Slipway.History;

namespace Slipway.Alerts;

/// <summary>What a run says, put to what was known.</summary>
internal static class AlertProgress
{
    /// <returns>The book, and the problems that this run has seen to go on for the first time.</returns>
    public static (AlertBook Book, ImmutableHashSet<string> Fresh) Apply(AlertBook book, AlertReport report)
    {
        var fresh = ImmutableHashSet.CreateBuilder<string>(StringComparer.Ordinal);
        // An open one last, so that it wins.
        foreach (var alert in report.Alerts.OrderBy(alert => alert.IsOpen))
        {
            var known = book.Problems.GetValueOrDefault(alert.Key);
            if (known is not null && known.Run != report.Run && report.At < known.Seen)
                continue;
            if (Next(known, alert, report) is not { } next)
                continue;
            book = book.With(next);
            if (alert.IsOpen && known is { IsOpen: true } && known.Run != report.Run)
                fresh.Add(alert.Key);
        }

        var named = report.Alerts.Select(alert => alert.Key).Concat(report.Undecided).ToHashSet(StringComparer.Ordinal);
        foreach (var gone in book.Problems.Values.Where(problem => problem.IsOpen && !named.Contains(problem.Key) && report.At >= problem.Seen && IsOf(problem, report.Complete)))
            book = book.With(gone with { Ended = report.At, Seen = report.At, Run = report.Run });
        return (book, fresh.ToImmutable());
    }

    /// <returns>Null when there is nothing to remember.</returns>
    private static AlertProblem? Next(AlertProblem? known, Alert alert, AlertReport report)
    {
        var message = AlertJson.Write(alert.Message);
        return (known, alert.IsOpen) switch
        {
            (null, false) or ({ IsOpen: false }, false) => null,
            (null, true) => new AlertProblem(
                alert.Key,
                AlertWords.Of(alert.Event),
                alert.Stage?.ToString(),
                message,
                report.At,
                Ended: null,
                Times: 1,
                report.Run,
                report.At),
            ({ IsOpen: false }, true) => known with
            {
                Stage = alert.Stage?.ToString(),
                Message = message,
                Since = report.At,
                Ended = null,
                Times = 1,
                Run = report.Run,
                Seen = report.At,
            },
            (_, true) => known with
            {
                Message = message,
                Times = known.Run == report.Run ? known.Times : known.Times + 1,
                Run = report.Run,
                Seen = report.At,
            },
            (_, false) => known with { Message = message, Ended = report.At, Run = report.Run, Seen = report.At },
        };
    }

    private static bool IsOf(AlertProblem problem, ImmutableHashSet<AlertEvent> events) =>
        AlertWords.EventOf(problem.Key) is { } kind && events.Contains(kind);
}
