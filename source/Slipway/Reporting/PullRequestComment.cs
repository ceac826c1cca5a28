namespace Slipway.Reporting;

public enum CommentAction
{
    Created,
    Updated,
    Unchanged,
    NotWritten,
}

/// <summary>What came of the attempt to comment.</summary>
/// <param name="Problem">Why it was not written, as the end of a sentence.</param>
public sealed record CommentOutcome(CommentAction Action, string? Problem = null);

/// <summary>The one comment of a pull request that shows the report of its newest run.</summary>
public sealed class PullRequestComment(GitHubComments comments, TimeProvider clock)
{
    /// <summary>Writes the comment, or puts its text in place of that of the last run; whatever GitHub says is an outcome.</summary>
    /// <param name="text">Begins with the marker.</param>
    public async Task<CommentOutcome> ShowAsync(string text, CancellationToken cancellationToken = default)
    {
        try
        {
            // An attempt that failed may have had its effect, so each looks anew.
            return new CommentOutcome(await new GitHubPatience(clock).AskAsync(() => ReconcileAsync(text, cancellationToken), cancellationToken));
        }
        catch (GitHubException refusal)
        {
            return new CommentOutcome(CommentAction.NotWritten, refusal.Message);
        }
    }

    private async Task<CommentAction> ReconcileAsync(string text, CancellationToken cancellationToken)
    {
        var ours = await FindOursAsync(cancellationToken);
        var action = CommentAction.Unchanged;
        if (ours.Count == 0)
        {
            await comments.CreateAsync(text, cancellationToken);
            action = CommentAction.Created;

            // Another job may have done the same at the same time; both then keep the same one.
            ours = await FindOursAsync(cancellationToken);
        }

        if (ours.Count > 0 && Normal(ours[0].Body) != Normal(text))
        {
            await comments.UpdateAsync(ours[0].Id, text, cancellationToken);
            action = CommentAction.Updated;
        }

        foreach (var duplicate in ours.Skip(1))
            await comments.DeleteAsync(duplicate.Id, cancellationToken);
        return action;
    }

    // Others may quote the comment, or write the marker themselves; theirs are not touched.
    private async Task<IReadOnlyList<PostedComment>> FindOursAsync(CancellationToken cancellationToken)
    {
        var marked = (await comments.ListAsync(cancellationToken))
            .Where(comment => comment.Body.StartsWith(PullRequestCommentText.Marker, StringComparison.Ordinal))
            .ToList();
        if (marked.TrueForAll(comment => comment.IsBot))
            return marked;
        var user = await comments.FindUserAsync(cancellationToken);
        return [.. marked.Where(comment => comment.IsBot || (user is not null && string.Equals(comment.Author, user, StringComparison.OrdinalIgnoreCase)))];
    }

    // GitHub is free in how it keeps the ends of lines and texts.
    private static string Normal(string text) => text.ReplaceLineEndings("\n").TrimEnd();
}
