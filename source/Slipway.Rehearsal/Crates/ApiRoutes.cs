using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Slipway.Rehearsal.Hosting;

namespace Slipway.Rehearsal.Crates;

/// <summary>What cargo publishes, yanks, searches and downloads with.</summary>
internal sealed class ApiRoutes(CrateRegistry registry, Publishers publishers)
{
    public void Map(IEndpointRouteBuilder routes)
    {
        var crates = routes.MapGroup("/api/v1/crates");
        crates.MapPut("/new", PublishAsync);
        crates.MapGet("", SearchAsync);
        crates.MapGet("/{name}/{version}/download", DownloadAsync);
        crates.MapDelete("/{name}/{version}/yank", context => YankAsync(context, yanked: true));
        crates.MapPut("/{name}/{version}/unyank", context => YankAsync(context, yanked: false));
        crates.MapGet("/{name}/owners", OwnersAsync);
        crates.MapPut("/{name}/owners", context => ChangeOwnersAsync(context, add: true));
        crates.MapDelete("/{name}/owners", context => ChangeOwnersAsync(context, add: false));
    }

    private async Task PublishAsync(HttpContext context)
    {
        var body = await context.Request.ReadBodyAsync();
        var publisher = Publisher(context);
        registry.Publish(PublishRequest.Read(body), publisher, context.Fault()?.IndexLag);
        await context.Response.WriteJsonAsync(200, new JsonObject
        {
            ["warnings"] = new JsonObject
            {
                ["invalid_categories"] = new JsonArray(),
                ["invalid_badges"] = new JsonArray(),
                ["other"] = new JsonArray(),
            },
        });
    }

    private async Task DownloadAsync(HttpContext context)
    {
        if (registry.CrateFile(context.Route("name"), context.Route("version")) is not { } file)
            throw RegistryException.Missing($"crate `{context.Route("name")}` does not have a version `{context.Route("version")}`");
        context.Response.ContentType = "application/gzip";
        context.Response.ContentLength = new FileInfo(file).Length;
        await context.Response.SendFileAsync(file, context.RequestAborted);
    }

    private Task YankAsync(HttpContext context, bool yanked)
    {
        EnsurePerson(context);
        registry.Yank(context.Route("name"), context.Route("version"), yanked);
        return context.Response.WriteJsonAsync(200, new JsonObject { ["ok"] = true });
    }

    private Task OwnersAsync(HttpContext context) => context.Response.WriteJsonAsync(200, new JsonObject
    {
        ["users"] = new JsonArray([.. registry.Owners(context.Route("name")).Select((login, at) =>
            (JsonNode)new JsonObject { ["id"] = at + 1, ["login"] = login, ["name"] = login })]),
    });

    private async Task ChangeOwnersAsync(HttpContext context, bool add)
    {
        EnsurePerson(context);
        if ((await context.Request.ReadObjectAsync())?["users"] is not JsonArray users)
            throw RegistryException.Bad("invalid json request");
        registry.ChangeOwners(context.Route("name"), [.. users.Select(user => user?.ToString() ?? "")], add);
        await context.Response.WriteJsonAsync(200, new JsonObject { ["ok"] = true, ["msg"] = "owners successfully changed" });
    }

    private Task SearchAsync(HttpContext context)
    {
        var found = registry.Search(context.Request.Query["q"].ToString()).ToList();
        var size = int.TryParse(context.Request.Query["per_page"], NumberStyles.None, CultureInfo.InvariantCulture, out var asked) ? Math.Clamp(asked, 1, 100) : 10;
        return context.Response.WriteJsonAsync(200, new JsonObject
        {
            ["crates"] = new JsonArray([.. found.Take(size).Select(entry =>
                (JsonNode)new JsonObject { ["name"] = entry.Name, ["max_version"] = entry.Version, ["description"] = "" })]),
            ["meta"] = new JsonObject { ["total"] = found.Count },
        });
    }

    private void EnsurePerson(HttpContext context)
    {
        if (Publisher(context).IsWorkflow)
            throw RegistryException.Forbidden("this action can only be performed with an API token");
    }

    private Publisher Publisher(HttpContext context) => context.Fault()?.ExpiredToken == true
        ? throw RegistryException.Forbidden("authentication failed")
        : publishers.Of(context);
}
