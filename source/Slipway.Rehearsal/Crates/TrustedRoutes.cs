using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Slipway.Rehearsal.Hosting;

namespace Slipway.Rehearsal.Crates;

/// <summary>Where a workflow gets its token, and gives it back.</summary>
internal sealed class TrustedRoutes(TrustedPublishing trusted)
{
    private const string Path = "/api/v1/trusted_publishing/tokens";

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost(Path, ExchangeAsync);
        routes.MapDelete(Path, RevokeAsync);
    }

    private async Task ExchangeAsync(HttpContext context)
    {
        var jwt = (await context.Request.ReadObjectAsync())?.Text("jwt") ?? throw RegistryException.Bad("Failed to decode JWT");
        await context.Response.WriteJsonAsync(200, new JsonObject { ["token"] = trusted.Exchange(jwt) });
    }

    private Task RevokeAsync(HttpContext context)
    {
        var value = context.Request.Headers.Authorization.ToString();
        if (!value.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase))
            throw new RegistryException(401, "Missing authorization header");
        if (!trusted.Revoke(value["Bearer ".Length..]))
            throw new RegistryException(401, "Invalid authorization header");
        context.Response.StatusCode = 204;
        return Task.CompletedTask;
    }
}
