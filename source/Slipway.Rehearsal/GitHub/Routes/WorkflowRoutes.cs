using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Slipway.Rehearsal.GitHub.State;

namespace Slipway.Rehearsal.GitHub.Routes;

/// <summary>Runs of workflows.</summary>
internal sealed class WorkflowRoutes(GitHubSite site)
{
    public void Map(IEndpointRouteBuilder repository) => repository.MapGet("/actions/runs", site.In(ListAsync));

    // The newest first.
    private Task ListAsync(HttpContext context)
    {
        var runs = site.Seen(context).WorkflowRuns
            .Where(run => context.Request.Query["head_sha"].ToString() is not { Length: > 0 } commit || run.Commit == commit)
            .Reverse()
            .ToList();
        return site.SendAsync(context, new JsonObject
        {
            ["total_count"] = runs.Count,
            ["workflow_runs"] = Paging.Page(context, [.. runs.Select(Json)]),
        });
    }

    private static JsonNode Json(WorkflowRun run) => new JsonObject
    {
        ["id"] = run.Id,
        ["path"] = run.Path,
        ["head_sha"] = run.Commit,
        ["check_suite_id"] = run.Suite,
        ["created_at"] = GitHubSite.Date(run.CreatedAt),
    };
}
