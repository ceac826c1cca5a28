using System.Collections.Immutable;
using System.Globalization;
using Slipway.History;
using Slipway.Messages;

namespace Slipway.Alerts.Issues;

/// <summary>What was told before, where the history does not travel: what GitHub knows of it.</summary>
public sealed class ProblemsBefore(GitHubIssues issues, TimeProvider time)
{
    /// <summary>The problems that issues tell of: those that are open, and those that were closed of late.</summary>
    public async Task<IReadOnlyList<AlertProblem>> OfIssuesAsync(CancellationToken cancellationToken = default) =>
        [.. (await issues.ListAsync(time.GetUtcNow() - IssueChannel.Memory, cancellationToken))
            .OrderByDescending(issue => issue.IsOpen)
            .ThenByDescending(issue => issue.Number)
            .Select(IssueText.Read)
            .OfType<AlertProblem>()
            .DistinctBy(problem => problem.Key)];

    /// <summary>A red branch as the runs before have told of it, when it was red; null when it was not.</summary>
    /// <param name="alert">What the run says that is told of now.</param>
    /// <param name="before">When that run began: those that came later do not count.</param>
    public async Task<AlertProblem?> OfRunsAsync(
        Alert alert,
        string workflow,
        string branch,
        DateTimeOffset before,
        AlertRoutes routes,
        IReadOnlyCollection<AlertChannel> channels,
        AlertLimits limits,
        CancellationToken cancellationToken = default)
    {
        var runs = (await issues.RunsAsync(branch, cancellationToken))
            .Where(run => run.Name == workflow && run.Event == "push" && run.Conclusion is "success" or "failure" && Started(run) < before)
            .OrderBy(Started)
            .ThenBy(run => run.Id);
        var message = new Message("", $"{workflow} failed ({branch})", "The run", Link: null, "", [], MessageTone.Bad);
        var book = AlertBook.Empty;
        foreach (var run in runs)
        {
            var isRed = run.Conclusion == "failure";
            var seen = alert with { Event = isRed ? AlertEvent.BranchRed : AlertEvent.BranchGreen, IsOpen = isRed, Message = message };
            var report = new AlertReport(string.Create(CultureInfo.InvariantCulture, $"{run.Id}/{run.RunAttempt ?? 1}"), Started(run), seen);
            var now = run.UpdatedAt ?? Started(run);
            // As if each had told what it had to.
            var decision = AlertDecision.Of(book, report, routes, channels, limits, now);
            book = decision.Sendings.Aggregate(decision.Book, (told, sending) => AlertClaims.Told(told, sending, now, isDoubtful: false));
        }

        return book.Problems.GetValueOrDefault(alert.Key);
    }

    /// <summary>A book that knows these problems, too; of a problem that both know, the one that was seen last counts.</summary>
    public static AlertBook Merge(AlertBook book, IEnumerable<AlertProblem> problems) => problems
        .Where(problem => book.Problems.GetValueOrDefault(problem.Key) is not { } known || known.Seen < problem.Seen)
        .Aggregate(book, (all, problem) => all.With(problem));

    private static DateTimeOffset Started(RunAnswer run) => run.RunStartedAt ?? run.CreatedAt;
}
