using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Slipway.Rehearsal.GitHub.State;

namespace Slipway.Rehearsal.GitHub.Routes;

/// <summary>Runs of workflows, their attempts and jobs.</summary>
internal sealed class WorkflowRoutes(GitHubSite site)
{
    /// <summary>What GitHub shows of a search, whatever it has found: https://docs.github.com/rest/actions/workflow-runs#list-workflow-runs-for-a-repository</summary>
    private const int MostFound = 1000;

    public void Map(IEndpointRouteBuilder repository)
    {
        repository.MapGet("/actions/runs", site.In(ListAsync));
        repository.MapGet("/actions/runs/{id:long}", site.In(GetAsync));
        repository.MapGet("/actions/runs/{id:long}/jobs", site.In(LastJobsAsync));
        repository.MapGet("/actions/runs/{id:long}/attempts/{attempt:int}", site.In(AttemptAsync));
        repository.MapGet("/actions/runs/{id:long}/attempts/{attempt:int}/jobs", site.In(JobsAsync));
    }

    // The newest first.
    private Task ListAsync(HttpContext context)
    {
        var filter = WorkflowRunFilter.Of(context.Request.Query);
        var runs = AllOf(site.Seen(context))
            .Where(filter.Takes)
            .OrderByDescending(run => run.CreatedAt)
            .ThenByDescending(run => run.Id)
            .ToList();
        return site.SendAsync(context, new JsonObject
        {
            ["total_count"] = runs.Count,
            ["workflow_runs"] = Paging.Page(
                context,
                filter.IsEmpty ? runs : runs[..Math.Min(runs.Count, MostFound)],
                run => WorkflowRunJson.Of(site, context, run, run.Attempts.Length)),
        });
    }

    private Task GetAsync(HttpContext context)
    {
        var run = Find(context);
        return site.SendAsync(context, WorkflowRunJson.Of(site, context, run, run.Attempts.Length));
    }

    private Task AttemptAsync(HttpContext context)
    {
        var (run, attempt) = FindAttempt(context);
        return site.SendAsync(context, WorkflowRunJson.Of(site, context, run, attempt));
    }

    private Task LastJobsAsync(HttpContext context)
    {
        var run = Find(context);
        return SendJobsAsync(context, run, run.Attempts.Length);
    }

    private Task JobsAsync(HttpContext context)
    {
        var (run, attempt) = FindAttempt(context);
        return SendJobsAsync(context, run, attempt);
    }

    private Task SendJobsAsync(HttpContext context, ActionRun run, int attempt)
    {
        var jobs = run.Attempts[attempt - 1].Jobs;
        return site.SendAsync(context, new JsonObject
        {
            ["total_count"] = jobs.Length,
            ["jobs"] = Paging.Page(context, jobs, job => WorkflowRunJson.Of(site, context, run, attempt, job)),
        });
    }

    private ActionRun Find(HttpContext context)
    {
        var id = GitHubSite.Id(context);
        var state = site.Seen(context);
        return state.Runs.GetValueOrDefault(id)
            ?? AllOf(state).FirstOrDefault(run => run.Id == id)
            ?? throw GitHubRefusedException.NotFound;
    }

    private (ActionRun Run, int Attempt) FindAttempt(HttpContext context)
    {
        var (run, attempt) = (Find(context), GitHubSite.Id(context, "attempt"));
        return attempt >= 1 && attempt <= run.Attempts.Length ? (run, (int)attempt) : throw GitHubRefusedException.NotFound;
    }

    private static IEnumerable<ActionRun> AllOf(GitHubState state) => state.Runs.Values.Concat(state.WorkflowRuns.Select(run => Of(state, run)));

    // Of a run that was told by its checks, they are all that is known.
    private static ActionRun Of(GitHubState state, WorkflowRun run)
    {
        var checks = state.CheckRuns.Where(check => check.Suite == run.Suite).ToList();
        var isTold = run.Branch.Length > 0;
        var isOver = isTold ? run.Conclusion is not null : checks.TrueForAll(check => check.Conclusion is not null);
        var conclusion = isTold ? run.Conclusion : !isOver ? null : checks.Find(check => check.Conclusion is not "success")?.Conclusion ?? "success";
        var jobs = checks.Select(check =>
            new ActionJob(check.Id, check.Name, check.Status, check.Conclusion, check.StartedAt, check.StartedAt, check.Conclusion is null ? null : check.StartedAt));
        return new ActionRun(
            run.Id,
            run.Name,
            run.Path,
            run.Event,
            run.Commit,
            isTold ? run.Branch : null,
            run.CreatedAt,
            [new ActionAttempt(isOver ? "completed" : "in_progress", conclusion, run.CreatedAt, run.CreatedAt, [.. jobs])])
        { Suite = run.Suite };
    }
}
