using System.Globalization;
using System.Text.Json.Nodes;
using Slipway.Releasing.GitHub;

namespace Slipway.Alerts.Issues;

/// <summary>One issue for each problem: opened when it begins, kept up to date, and closed when it is over.</summary>
public sealed class IssueChannel(GitHubIssues issues, TimeProvider time) : IAlertChannel
{
    private const int MostAttempts = 3;

    /// <summary>How long after its end a problem that comes back opens its issue again.</summary>
    internal static readonly TimeSpan Memory = TimeSpan.FromDays(14);

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    public AlertChannel Channel => AlertChannel.GitHubIssue;

    public string Way => "as an issue";

    public async Task<string> TellAsync(AlertSending sending, CancellationToken cancellationToken)
    {
        var done = new List<string>();
        foreach (var item in sending.Items)
            done.Add(await TellAsync(item, cancellationToken));
        return string.Join("; ", done);
    }

    // An answer that was lost may have had its effect, so each attempt looks anew.
    private async Task<string> TellAsync(AlertItem item, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await ReconcileAsync(item, cancellationToken);
            }
            catch (LostAnswerException) when (attempt < MostAttempts)
            {
                await Task.Delay(Pause * attempt, time, cancellationToken);
            }
        }
    }

    private async Task<string> ReconcileAsync(AlertItem item, CancellationToken cancellationToken)
    {
        var found = await FindAsync(item, cancellationToken);
        return item.News switch
        {
            AlertNews.Over => await CloseAsync(item, found, cancellationToken),
            AlertNews.Begun => await OpenAsync(item, found, cancellationToken),
            _ => await RefreshAsync(item, found, cancellationToken),
        };
    }

    private async Task<string> OpenAsync(AlertItem item, List<GitHubIssue> found, CancellationToken cancellationToken)
    {
        if (found.Count == 0)
        {
            await issues.CreateAsync(IssueText.Title(item.Message), Body(item), cancellationToken);
            // Another process may have done the same at the same time; all keep the oldest.
            return await KeepOldestAsync(await FindAsync(item, cancellationToken), "opened", cancellationToken);
        }

        if (found.FindAll(issue => issue.IsOpen) is { Count: > 0 } open)
        {
            await RefreshAsync(item, open, cancellationToken);
            return await KeepOldestAsync(open, "kept open", cancellationToken);
        }

        var last = found[^1];
        await CommentOnceAsync(last, item, cancellationToken);
        await issues.UpdateAsync(last.Number, Change(item, "open", "reopened"), cancellationToken);
        return Said(last, "opened again");
    }

    private async Task<string> RefreshAsync(AlertItem item, List<GitHubIssue> found, CancellationToken cancellationToken)
    {
        // One that a person has closed stays closed.
        if ((found.Find(issue => issue.IsOpen) ?? found.LastOrDefault()) is not { } issue)
            return $"No issue to update: {item.Message.Headline}";
        if (Normal(issue.Body) != Normal(Body(item)))
            await issues.UpdateAsync(issue.Number, Change(item), cancellationToken);
        return Said(issue, "brought up to date");
    }

    private async Task<string> CloseAsync(AlertItem item, List<GitHubIssue> found, CancellationToken cancellationToken)
    {
        var open = found.FindAll(issue => issue.IsOpen);
        foreach (var issue in open)
        {
            await CommentOnceAsync(issue, item, cancellationToken);
            await issues.UpdateAsync(issue.Number, Change(item, "closed", "completed"), cancellationToken);
        }

        return open.Count == 0 ? $"Its issue is closed already: {item.Message.Headline}" : string.Join("; ", open.Select(issue => Said(issue, "closed")));
    }

    private async Task<string> KeepOldestAsync(List<GitHubIssue> found, string what, CancellationToken cancellationToken)
    {
        if (found.Count == 0)
            return "An issue is opened";
        foreach (var duplicate in found.Skip(1))
        {
            var same = string.Create(CultureInfo.InvariantCulture, $"The same as #{found[0].Number}.");
            await issues.UpdateAsync(duplicate.Number, new JsonObject { ["state"] = "closed", ["state_reason"] = "not_planned", ["body"] = same }, cancellationToken);
        }

        return Said(found[0], what);
    }

    private async Task CommentOnceAsync(GitHubIssue issue, AlertItem item, CancellationToken cancellationToken)
    {
        var marker = IssueText.CommentMarker(item.Problem, item.News);
        if (!(await issues.CommentsAsync(issue.Number, cancellationToken)).Any(comment => comment.StartsWith(marker, StringComparison.Ordinal)))
            await issues.CommentAsync(issue.Number, IssueText.Comment(item.Problem, item.Message, item.News), cancellationToken);
    }

    private async Task<List<GitHubIssue>> FindAsync(AlertItem item, CancellationToken cancellationToken)
    {
        var marker = IssueText.Marker(item.Problem.Key);
        var all = await issues.ListAsync(time.GetUtcNow() - Memory, cancellationToken);
        return [.. all.Where(issue => issue.IsOurs && issue.Body.StartsWith(marker, StringComparison.Ordinal))];
    }

    // When it is over, the headline of what was wrong stays.
    private static JsonObject Change(AlertItem item, string? state = null, string? reason = null)
    {
        var change = new JsonObject { ["body"] = Body(item) };
        if (item.News != AlertNews.Over && item.Problem.IsOpen)
            change["title"] = IssueText.Title(AlertJson.Read(item.Problem.Message, item.Problem.Key));
        if (state is not null)
            (change["state"], change["state_reason"]) = (state, reason);
        return change;
    }

    private static string Body(AlertItem item) => IssueText.Body(item.Problem, item.Message);

    private static string Said(GitHubIssue issue, string what) => string.Create(CultureInfo.InvariantCulture, $"Issue #{issue.Number} is {what}: {issue.Title}");

    // GitHub is free in how it keeps the ends of lines and texts.
    private static string Normal(string text) => text.ReplaceLineEndings("\n").TrimEnd();
}
