using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Slipway.Rehearsal.Hosting;

namespace Slipway.Rehearsal.Crates;

/// <summary>Tells cargo what is refused, in the form it reads.</summary>
internal static class RegistryErrors
{
    public static async Task AnswerAsync(HttpContext context, RequestDelegate next)
    {
        try
        {
            await next(context);
        }
        catch (RegistryException error)
        {
            await context.Response.WriteJsonAsync(error.Status, new JsonObject
            {
                ["errors"] = new JsonArray(new JsonObject { ["detail"] = error.Message }),
            });
        }
    }
}
