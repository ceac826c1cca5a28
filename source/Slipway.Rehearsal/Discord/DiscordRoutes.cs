using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Slipway.Rehearsal.Hosting;

namespace Slipway.Rehearsal.Discord;

/// <summary>One webhook.</summary>
internal sealed class DiscordRoutes(DiscordOptions options, MessageStore store, TimeProvider time)
{
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(2);

    private readonly Lock _lock = new();
    private readonly Queue<DateTimeOffset> _sent = new();

    public void Map(IEndpointRouteBuilder routes)
    {
        foreach (var prefix in (ReadOnlySpan<string>)["/api", "/api/v10"])
        {
            var webhook = routes.MapGroup(prefix + "/webhooks/{id}/{token}");
            webhook.MapGet("", In(context => context.Response.WriteJsonAsync(200, new JsonObject { ["id"] = options.WebhookId, ["type"] = 1 })));
            webhook.MapPost("", In(SendAsync));
            webhook.MapGet("/messages/{message}", In(GetAsync));
            webhook.MapPatch("/messages/{message}", In(UpdateAsync));
            webhook.MapDelete("/messages/{message}", In(DeleteAsync));
        }
    }

    public static async Task AnswerAsync(HttpContext context, RequestDelegate next)
    {
        try
        {
            await next(context);
        }
        catch (DiscordException error)
        {
            var body = new JsonObject { ["message"] = error.Message, ["code"] = error.Code };
            if (error.Errors is { } errors)
                body["errors"] = errors.DeepClone();
            await context.Response.WriteJsonAsync(error.Status, body);
        }
    }

    private RequestDelegate In(Func<HttpContext, Task> handler) => context =>
        context.Route("id") != options.WebhookId ? throw new DiscordException(404, 10015, "Unknown Webhook")
        : context.Route("token") != options.WebhookToken || context.Fault()?.ExpiredToken == true ? throw new DiscordException(401, 50027, "Invalid Webhook Token")
        : handler(context);

    private async Task SendAsync(HttpContext context)
    {
        var message = await BodyAsync(context);
        MessageCheck.Ensure(message);
        if (Wait() is { } wait)
        {
            await LimitAsync(context, wait);
            return;
        }

        var sent = store.Add(message);
        if (context.Request.Query["wait"].ToString().ToUpperInvariant() is "TRUE" or "1")
            await context.Response.WriteJsonAsync(200, Json(sent));
        else
            context.Response.StatusCode = 204;
    }

    private Task GetAsync(HttpContext context) => context.Response.WriteJsonAsync(200, Json(store.Find(context.Route("message")) ?? throw Unknown));

    private async Task UpdateAsync(HttpContext context)
    {
        var changes = await BodyAsync(context);
        await context.Response.WriteJsonAsync(200, Json(store.Update(context.Route("message"), changes) ?? throw Unknown));
    }

    private Task DeleteAsync(HttpContext context)
    {
        context.Response.StatusCode = store.Remove(context.Route("message")) ? 204 : throw Unknown;
        return Task.CompletedTask;
    }

    private static DiscordException Unknown => new(404, 10008, "Unknown Message");

    private static async Task<JsonObject> BodyAsync(HttpContext context) =>
        await context.Request.ReadObjectAsync() ?? throw new DiscordException(400, 50109, "The request body contains invalid JSON.");

    private TimeSpan? Wait()
    {
        lock (_lock)
        {
            var now = time.GetUtcNow();
            while (_sent.TryPeek(out var first) && now - first >= Window)
                _sent.Dequeue();
            if (_sent.Count >= options.Burst)
                return Window - (now - _sent.Peek());
            _sent.Enqueue(now);
            return null;
        }
    }

    private static Task LimitAsync(HttpContext context, TimeSpan wait)
    {
        context.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        context.Response.Headers["X-RateLimit-Scope"] = "user";
        return context.Response.WriteJsonAsync(429, new JsonObject
        {
            ["message"] = "You are being rate limited.",
            ["retry_after"] = Math.Round(wait.TotalSeconds, 3),
            ["global"] = false,
        });
    }

    private JsonObject Json(DiscordMessage message)
    {
        var json = (JsonObject)JsonNode.Parse(message.Json)!;
        json["id"] = message.Id;
        json["content"] = message.Content;
        json["channel_id"] = "1";
        json["webhook_id"] = options.WebhookId;
        return json;
    }
}
