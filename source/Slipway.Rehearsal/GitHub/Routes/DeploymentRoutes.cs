using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Slipway.Rehearsal.GitHub.State;

namespace Slipway.Rehearsal.GitHub.Routes;

/// <summary>Deployments and how they went, the newest first.</summary>
internal sealed class DeploymentRoutes(GitHubSite site)
{
    public void Map(IEndpointRouteBuilder repository)
    {
        repository.MapGet("/deployments", site.In(ListAsync));
        repository.MapGet("/deployments/{id:long}/statuses", site.In(StatusesAsync));
    }

    private Task ListAsync(HttpContext context)
    {
        var environment = context.Request.Query["environment"].ToString();
        var all = site.Seen(context).Deployments.Values
            .Where(deployment => environment.Length == 0 || deployment.Environment == environment)
            .OrderByDescending(deployment => deployment.CreatedAt)
            .ThenByDescending(deployment => deployment.Id)
            .ToList();
        return site.SendAsync(context, Paging.Page(context, all, deployment => Json(context, deployment)));
    }

    private Task StatusesAsync(HttpContext context)
    {
        var deployment = site.Seen(context).Deployments.GetValueOrDefault(GitHubSite.Id(context)) ?? throw GitHubRefusedException.NotFound;
        return site.SendAsync(context, Paging.Page(context, [.. deployment.Statuses.Reverse()], status => Json(context, deployment, status)));
    }

    private JsonNode Json(HttpContext context, Deployment deployment)
    {
        var api = Api(context, deployment);
        return new JsonObject
        {
            ["url"] = api,
            ["id"] = deployment.Id,
            ["sha"] = deployment.Commit,
            ["ref"] = deployment.Ref,
            ["task"] = "deploy",
            ["payload"] = new JsonObject(),
            ["environment"] = deployment.Environment,
            ["original_environment"] = deployment.Environment,
            ["description"] = null,
            ["creator"] = GitHubSite.User(site.Options.Login),
            ["created_at"] = GitHubSite.Date(deployment.CreatedAt),
            ["updated_at"] = GitHubSite.Date(deployment.Statuses is [.., var last] ? last.CreatedAt : deployment.CreatedAt),
            ["statuses_url"] = $"{api}/statuses",
        };
    }

    private JsonNode Json(HttpContext context, Deployment deployment, DeploymentStatus status) => new JsonObject
    {
        ["url"] = $"{Api(context, deployment)}/statuses/{Text(status.Id)}",
        ["id"] = status.Id,
        ["state"] = status.State,
        ["creator"] = GitHubSite.User(site.Options.Login),
        ["description"] = "",
        ["environment"] = deployment.Environment,
        ["created_at"] = GitHubSite.Date(status.CreatedAt),
        ["updated_at"] = GitHubSite.Date(status.CreatedAt),
        ["deployment_url"] = Api(context, deployment),
    };

    private string Api(HttpContext context, Deployment deployment) => $"{site.Api(context)}/deployments/{Text(deployment.Id)}";

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
