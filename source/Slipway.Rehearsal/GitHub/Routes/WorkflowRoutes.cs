using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Slipway.Rehearsal.GitHub.State;

namespace Slipway.Rehearsal.GitHub.Routes;

/// <summary>Runs of workflows.</summary>
internal sealed class WorkflowRoutes(GitHubSite site)
{
    public void Map(IEndpointRouteBuilder repository)
    {
        repository.MapGet("/actions/runs", site.In(ListAsync));
        repository.MapGet("/actions/runs/{id:long}/jobs", site.In(JobsAsync));
    }

    // The newest first.
    private Task ListAsync(HttpContext context)
    {
        bool Asks(string name, string value) => context.Request.Query[name].ToString() is not { Length: > 0 } asked || asked == value;
        var runs = site.Seen(context).WorkflowRuns
            .Where(run => Asks("head_sha", run.Commit) && Asks("branch", run.Branch) && Asks("event", run.Event))
            // Either the state or the conclusion: https://docs.github.com/rest/actions/workflow-runs
            .Where(run => Asks("status", Status(run)) || Asks("status", run.Conclusion ?? ""))
            .Reverse()
            .ToList();
        return site.SendAsync(context, new JsonObject
        {
            ["total_count"] = runs.Count,
            ["workflow_runs"] = Paging.Page(context, [.. runs.Select(Json)]),
        });
    }

    // Of the last attempt, the only one here: https://docs.github.com/rest/actions/workflow-jobs
    private Task JobsAsync(HttpContext context)
    {
        var state = site.Seen(context);
        var run = state.WorkflowRuns.FirstOrDefault(run => run.Id == GitHubSite.Id(context)) ?? throw GitHubRefusedException.NotFound;
        var jobs = state.CheckRuns.Where(check => check.Suite == run.Suite).ToList();
        return site.SendAsync(context, new JsonObject
        {
            ["total_count"] = jobs.Count,
            ["jobs"] = Paging.Page(context, [.. jobs.Select(job => Job(run, job))]),
        });
    }

    private static JsonNode Job(WorkflowRun run, CheckRun job) => new JsonObject
    {
        ["id"] = job.Id,
        ["run_id"] = run.Id,
        ["run_attempt"] = 1,
        ["name"] = job.Name,
        ["status"] = job.Status,
        ["conclusion"] = job.Conclusion,
        ["started_at"] = GitHubSite.Date(job.StartedAt),
    };

    private static string Status(WorkflowRun run) => run.Conclusion is null ? "in_progress" : "completed";

    private static JsonNode Json(WorkflowRun run) => new JsonObject
    {
        ["id"] = run.Id,
        ["name"] = run.Name,
        ["head_branch"] = run.Branch,
        ["event"] = run.Event,
        ["status"] = Status(run),
        ["conclusion"] = run.Conclusion,
        ["run_attempt"] = 1,
        ["run_started_at"] = GitHubSite.Date(run.CreatedAt),
        ["updated_at"] = GitHubSite.Date(run.CreatedAt),
        ["path"] = run.Path,
        ["head_sha"] = run.Commit,
        ["check_suite_id"] = run.Suite,
        ["created_at"] = GitHubSite.Date(run.CreatedAt),
    };
}
