using System.Globalization;
using Nuke.Common.CI.GitHubActions;
using Serilog;
using Slipway.Gates;
using Slipway.Reporting;

namespace Slipway.Components;

/// <summary>The report in the conversation of the pull request that a run is for; it never fails a run.</summary>
internal static class ReportComment
{
    public static async Task ShowAsync(GitHubActions github, GateReport report, string more = "")
    {
        try
        {
            if (FindPullRequest(github) is not { } number)
                return;
            var repository = github.Repository ?? "";
            if (string.IsNullOrWhiteSpace(github.Token))
            {
                Log.Debug("No comment: GITHUB_TOKEN is not set");
                return;
            }

            var comments = new GitHubComments(new Uri(GitHubVariables.Api), github.Token, repository, number);
            var text = PullRequestCommentText.Write(report, FindRun(github), more);
            Say(await new PullRequestComment(comments, TimeProvider.System).ShowAsync(text));
        }
        catch (Exception exception) when (exception is UriFormatException or ArgumentException)
        {
            Log.Verbose(exception, "Where it comes from");
            Log.Warning("The pull request's comment was not written: the variables that GitHub sets do not say where");
        }
    }

    private static int? FindPullRequest(GitHubActions github)
    {
        if (!github.IsPullRequest)
        {
            Log.Debug("No comment: this is no run of a pull request");
            return null;
        }

        try
        {
            if (github.PullRequestNumber is { } number)
                return number;
        }
        // Whatever is wrong with the event's file: the host reads it.
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            Log.Verbose(exception, "Where it comes from");
        }

        Log.Warning("The pull request's comment was not written: the file that GITHUB_EVENT_PATH names does not say which pull request it is");
        return null;
    }

    private static Uri FindRun(GitHubActions github)
        => new(string.Create(CultureInfo.InvariantCulture, $"{github.ServerUrl ?? "https://github.com"}/{github.Repository}/actions/runs/{github.RunId}"));

    private static void Say(CommentOutcome outcome)
    {
        if (outcome.Action == CommentAction.NotWritten)
            Log.Warning("The pull request's comment was not written: {Problem:l}", outcome.Problem);
        else
            Log.Information("The pull request's comment is {Action:l}", outcome.Action switch
            {
                CommentAction.Created => "written",
                CommentAction.Updated => "updated",
                _ => "as it was",
            });
    }
}
