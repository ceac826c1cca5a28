using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Slipway.Rehearsal.Hosting;

namespace Slipway.Rehearsal.Crates;

/// <summary>The sparse index.</summary>
internal sealed class IndexRoutes(CrateRegistry registry)
{
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/index/config.json", ConfigAsync);
        routes.MapGet("/index/{**path}", EntriesAsync);
    }

    private static Task ConfigAsync(HttpContext context)
    {
        var address = $"http://{context.Request.Host}";
        return SendAsync(context, "application/json", new JsonObject { ["dl"] = $"{address}/api/v1/crates", ["api"] = address }.ToJsonString(Answers.Json));
    }

    private Task EntriesAsync(HttpContext context)
    {
        var path = context.Route("path");
        var name = path.Split('/')[^1];
        var entries = CrateName.Mistake(name) is null && CrateName.IndexPath(name) == path ? registry.Visible(name) : [];
        if (!entries.IsEmpty)
            return SendAsync(context, "text/plain", string.Concat(entries.Select(entry => entry.Line + "\n")));
        context.Response.StatusCode = 404;
        return Task.CompletedTask;
    }

    private static async Task SendAsync(HttpContext context, string type, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var tag = $"\"{Convert.ToHexStringLower(SHA256.HashData(bytes))}\"";
        context.Response.Headers.ETag = tag;
        context.Response.Headers.CacheControl = "no-cache";
        if (context.Request.Headers.IfNoneMatch.Contains(tag, StringComparer.Ordinal))
        {
            context.Response.StatusCode = 304;
            return;
        }

        context.Response.ContentType = type;
        context.Response.ContentLength = bytes.Length;
        await context.Response.Body.WriteAsync(bytes, context.RequestAborted);
    }
}
