using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Slipway.Rehearsal.Faults;

namespace Slipway.Rehearsal.Hosting;

/// <summary>What the handlers of all servers need.</summary>
internal static class Answers
{
    public static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Task WriteJsonAsync(this HttpResponse response, int status, JsonNode body)
    {
        response.StatusCode = status;
        response.ContentType = "application/json; charset=utf-8";
        return response.WriteAsync(body.ToJsonString(Json));
    }

    public static string Route(this HttpContext context, string name) => (string)context.Request.RouteValues[name]!;

    /// <summary>The fault that leaves the answer right in form.</summary>
    public static Fault? Fault(this HttpContext context) => context.Features.Get<Fault>();

    public static async Task<byte[]> ReadBodyAsync(this HttpRequest request)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body, request.HttpContext.RequestAborted);
        return body.ToArray();
    }

    /// <summary>The body as an object, or null when it is none.</summary>
    public static async Task<JsonObject?> ReadObjectAsync(this HttpRequest request)
    {
        try
        {
            return JsonNode.Parse(await request.ReadBodyAsync()) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The text at this name, or null when there is none or it is something else.</summary>
    public static string? Text(this JsonObject json, string name) =>
        json[name] is JsonValue value && value.TryGetValue(out string? text) ? text : null;

    public static bool? Flag(this JsonObject json, string name) =>
        json[name] is JsonValue value && value.TryGetValue(out bool flag) ? flag : null;
}
