using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Slipway.Rehearsal.GitHub.Routes;

/// <summary>Who asks, what the repository is, and how many requests are left.</summary>
internal sealed class SiteRoutes(GitHubSite site)
{
    public void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/rate_limit", context => site.SendAsync(context, site.Limits.Json()));
        api.MapGet("/user", UserAsync);
    }

    public void MapRepository(IEndpointRouteBuilder repository) => repository.MapGet("", site.In(RepositoryAsync));

    private Task UserAsync(HttpContext context) => GitHubSite.MayWrite(context)
        ? site.SendAsync(context, GitHubSite.User(site.Options.Login))
        : throw new GitHubRefusedException(401, "Requires authentication");

    private Task RepositoryAsync(HttpContext context)
    {
        var parts = site.Options.Repository.Split('/');
        return site.SendAsync(context, new JsonObject
        {
            ["id"] = 1,
            ["name"] = parts[1],
            ["full_name"] = site.Options.Repository,
            ["private"] = false,
            ["default_branch"] = site.Options.DefaultBranch,
            ["html_url"] = site.Web(context),
            ["url"] = site.Api(context),
            ["owner"] = GitHubSite.User(parts[0], "Organization"),
            ["permissions"] = new JsonObject { ["admin"] = false, ["push"] = GitHubSite.MayWrite(context), ["pull"] = true },
        });
    }
}
