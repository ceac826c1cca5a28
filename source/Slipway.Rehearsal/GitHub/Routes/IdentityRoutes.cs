using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Slipway.Rehearsal.Hosting;

namespace Slipway.Rehearsal.GitHub.Routes;

/// <summary>Where a job gets a proof of its identity.</summary>
internal sealed class IdentityRoutes(GitHubSite site, IdentityTokens identities)
{
    internal const string Path = "/_apis/identity/token";

    public void Map(IEndpointRouteBuilder routes) => routes.MapGet(Path, TokenAsync);

    private Task TokenAsync(HttpContext context)
    {
        var workflow = site.Options.Workflow;
        if (context.Request.Headers.Authorization.ToString() is var value && !value.Equals($"Bearer {workflow.RequestToken}", StringComparison.OrdinalIgnoreCase))
            throw new GitHubRefusedException(401, "Bad credentials");
        var repository = site.Options.Repository;
        // Each job has an address of its own, which knows its environment.
        var environment = context.Request.Query["environment"].ToString() is { Length: > 0 } named ? named : workflow.Environment;
        var claims = new JsonObject
        {
            ["iss"] = $"http://{context.Request.Host}",
            ["aud"] = context.Request.Query["audience"].ToString() is { Length: > 0 } audience ? audience : $"http://{context.Request.Host}/{repository.Split('/')[0]}",
            ["sub"] = environment is not null ? $"repo:{repository}:environment:{environment}" : $"repo:{repository}:ref:{workflow.Ref}",
            ["repository"] = repository,
            ["repository_owner"] = repository.Split('/')[0],
            ["workflow_ref"] = $"{repository}/.github/workflows/{workflow.File}@{workflow.Ref}",
            ["event_name"] = workflow.Event,
            ["ref"] = workflow.Ref,
        };
        if (environment is not null)
            claims["environment"] = environment;
        return context.Response.WriteJsonAsync(200, new JsonObject { ["value"] = identities.Issue(claims), ["count"] = 1 });
    }
}
