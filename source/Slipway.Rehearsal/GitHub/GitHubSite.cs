using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Slipway.Rehearsal.GitHub.State;
using Slipway.Rehearsal.Hosting;

namespace Slipway.Rehearsal.GitHub;

/// <summary>What all routes of the embedded GitHub need.</summary>
internal sealed record GitHubSite(GitHubOptions Options, GitHubStore Store, IGitCommits Commits, RateLimits Limits, TimeProvider Time)
{
    /// <summary>The state that this request sees.</summary>
    public GitHubState Seen(HttpContext context) => context.Fault()?.Stale == true ? Store.Previous : Store.Current;

    /// <exception cref="GitHubRefusedException">It is not the repository of this GitHub.</exception>
    public RequestDelegate In(Func<HttpContext, Task> handler) => context =>
        string.Equals($"{context.Route("owner")}/{context.Route("repo")}", Options.Repository, StringComparison.OrdinalIgnoreCase)
            ? handler(context)
            : throw GitHubRefusedException.NotFound;

    public static bool MayWrite(HttpContext context) => context.Features.Get<Caller>()?.Right == Right.Write;

    public static long Id(HttpContext context, string name = "id") => long.Parse(context.Route(name), CultureInfo.InvariantCulture);

    /// <exception cref="GitHubRefusedException">The body is no object.</exception>
    public static async Task<JsonObject> BodyAsync(HttpContext context) =>
        await context.Request.ReadObjectAsync() ?? throw new GitHubRefusedException(400, "Problems parsing JSON");

    /// <summary>Where the API of the repository is.</summary>
    public string Api(HttpContext context) => $"http://{context.Request.Host}/api/v3/repos/{Options.Repository}";

    public string Uploads(HttpContext context) => $"http://{context.Request.Host}/api/uploads/repos/{Options.Repository}";

    /// <summary>Where people look.</summary>
    public string Web(HttpContext context) => $"http://{context.Request.Host}/{Options.Repository}";

    /// <summary>With its tag; who has the same already is told so.</summary>
    public async Task SendAsync(HttpContext context, JsonNode body)
    {
        var tag = $"W/\"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(body.ToJsonString(Answers.Json))))}\"";
        context.Response.Headers.ETag = tag;
        if (!context.Request.Headers.IfNoneMatch.Contains(tag, StringComparer.Ordinal))
        {
            await context.Response.WriteJsonAsync(200, body);
            return;
        }

        Limits.GiveBack(context.Response);
        context.Response.StatusCode = 304;
    }

    public Task SendPageAsync(HttpContext context, IEnumerable<JsonNode> all) => SendAsync(context, Paging.Page(context, [.. all]));

    public static Task NoContent(HttpContext context)
    {
        context.Response.StatusCode = 204;
        return Task.CompletedTask;
    }

    public static JsonObject User(string login, string type = "Bot") => new() { ["id"] = 1, ["login"] = login, ["type"] = type };

    public static string Date(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
