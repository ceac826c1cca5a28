using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Slipway.Rehearsal.GitHub.State;

namespace Slipway.Rehearsal.GitHub;

/// <summary>Runs of workflows and jobs as GitHub writes them.</summary>
internal static class WorkflowRunJson
{
    /// <param name="number">Of the attempt that is told, from 1.</param>
    public static JsonNode Of(GitHubSite site, HttpContext context, ActionRun run, int number)
    {
        var attempt = run.Attempts[number - 1];
        var api = $"{site.Api(context)}/actions/runs/{Text(run.Id)}";
        return new JsonObject
        {
            ["id"] = run.Id,
            ["name"] = run.Name,
            ["node_id"] = $"WFR_{Text(run.Id)}",
            ["head_branch"] = run.Branch,
            ["head_sha"] = run.Commit,
            ["path"] = run.Path,
            ["event"] = run.Event,
            ["status"] = attempt.Status,
            ["conclusion"] = attempt.Conclusion,
            ["check_suite_id"] = run.Suite,
            ["url"] = api,
            ["html_url"] = $"{site.Web(context)}/actions/runs/{Text(run.Id)}",
            ["created_at"] = GitHubSite.Date(run.CreatedAt),
            ["updated_at"] = GitHubSite.Date(attempt.UpdatedAt),
            ["run_attempt"] = number,
            ["run_started_at"] = GitHubSite.Date(attempt.StartedAt),
            ["jobs_url"] = $"{api}/jobs",
            ["previous_attempt_url"] = number > 1 ? $"{api}/attempts/{Text(number - 1)}" : null,
        };
    }

    public static JsonNode Of(GitHubSite site, HttpContext context, ActionRun run, int attempt, ActionJob job) => new JsonObject
    {
        ["id"] = job.Id,
        ["run_id"] = run.Id,
        ["run_url"] = $"{site.Api(context)}/actions/runs/{Text(run.Id)}",
        ["run_attempt"] = attempt,
        ["node_id"] = $"CR_{Text(job.Id)}",
        ["head_sha"] = run.Commit,
        ["head_branch"] = run.Branch,
        ["workflow_name"] = run.Name,
        ["url"] = $"{site.Api(context)}/actions/jobs/{Text(job.Id)}",
        ["html_url"] = $"{site.Web(context)}/actions/runs/{Text(run.Id)}/job/{Text(job.Id)}",
        ["status"] = job.Status,
        ["conclusion"] = job.Conclusion,
        ["created_at"] = GitHubSite.Date(job.CreatedAt),
        ["started_at"] = GitHubSite.Date(job.StartedAt),
        ["completed_at"] = job.CompletedAt is { } end ? GitHubSite.Date(end) : null,
        ["name"] = job.Name,
        ["steps"] = new JsonArray(),
        ["labels"] = new JsonArray("ubuntu-latest"),
    };

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
