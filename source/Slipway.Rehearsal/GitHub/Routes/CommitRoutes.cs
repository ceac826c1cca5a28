using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Slipway.Rehearsal.GitHub.State;
using Slipway.Rehearsal.Hosting;

namespace Slipway.Rehearsal.GitHub.Routes;

/// <summary>Commits with what was said of them, and tags.</summary>
internal sealed class CommitRoutes(GitHubSite site)
{
    private const string Tags = "tags/";

    public void Map(IEndpointRouteBuilder repository)
    {
        repository.MapGet("/commits/{revision}", site.In(CommitAsync));
        // GitHub takes the kinds heads/ and tags/ in front of a name.
        repository.MapGet("/commits/tags/{**name}", site.In(context => CommitAsync(context, site.Commits.Tag(site.Seen(context), context.Route("name")) is null ? null : $"refs/tags/{context.Route("name")}")));
        repository.MapGet("/commits/{revision}/check-runs", site.In(CheckRunsAsync));
        repository.MapGet("/commits/{revision}/status", site.In(StatusAsync));
        repository.MapGet("/commits/{revision}/statuses", site.In(StatusesAsync));
        repository.MapGet("/git/ref/{**name}", site.In(RefAsync));
        repository.MapGet("/git/refs/{**name}", site.In(RefAsync));
        repository.MapGet("/git/tags/{hash}", site.In(TagObjectAsync));
        repository.MapGet("/git/matching-refs/{**name}", site.In(MatchingAsync));
        repository.MapPost("/git/refs", site.In(CreateAsync));
        repository.MapDelete("/git/refs/{**name}", site.In(DeleteAsync));
    }

    private Task CommitAsync(HttpContext context) => CommitAsync(context, context.Route("revision"));

    private Task CommitAsync(HttpContext context, string? revision)
    {
        var commit = Named(context, revision);
        var made = GitHubSite.Date(site.Commits.Made(site.Seen(context), commit));
        return site.SendAsync(context, new JsonObject
        {
            ["sha"] = commit,
            ["url"] = $"{site.Api(context)}/commits/{commit}",
            ["html_url"] = $"{site.Web(context)}/commit/{commit}",
            ["commit"] = new JsonObject
            {
                ["message"] = site.Commits.Message(commit),
                ["author"] = new JsonObject { ["name"] = site.Options.Login, ["date"] = made },
                ["committer"] = new JsonObject { ["name"] = site.Options.Login, ["date"] = made },
            },
            ["parents"] = new JsonArray(),
        });
    }

    private Task CheckRunsAsync(HttpContext context)
    {
        var (commit, query) = (Named(context), context.Request.Query);
        var runs = site.Seen(context).CheckRuns
            .Where(run => run.Commit == commit)
            .Where(run => query["check_name"].ToString() is not { Length: > 0 } name || run.Name == name)
            .Where(run => query["status"].ToString() is not { Length: > 0 } status || run.Status == status)
            .ToList();
        return site.SendAsync(context, new JsonObject
        {
            ["total_count"] = runs.Count,
            ["check_runs"] = Paging.Page(context, [.. runs.Select(CheckRun)]),
        });
    }

    private Task StatusAsync(HttpContext context)
    {
        var commit = Named(context);
        // The last word of each context counts.
        var statuses = Said(context, commit).DistinctBy(status => status.Context).ToList();
        var state = statuses.Exists(status => status.State is "failure" or "error") ? "failure"
            : statuses.Count > 0 && statuses.TrueForAll(status => status.State == "success") ? "success"
            : "pending";
        return site.SendAsync(context, new JsonObject
        {
            ["state"] = state,
            ["sha"] = commit,
            ["total_count"] = statuses.Count,
            ["statuses"] = Paging.Page(context, [.. statuses.Select(Status)]),
        });
    }

    private Task StatusesAsync(HttpContext context) => site.SendPageAsync(context, Said(context, Named(context)).Select(Status));

    private IEnumerable<CommitStatus> Said(HttpContext context, string commit) =>
        site.Seen(context).Statuses.Where(status => status.Commit == commit).Reverse();

    private Task RefAsync(HttpContext context) => TagName(context.Route("name")) is { } name && site.Commits.Tag(site.Seen(context), name) is { } tag
        ? site.SendAsync(context, Reference(context, tag))
        : throw GitHubRefusedException.NotFound;

    private Task TagObjectAsync(HttpContext context)
    {
        var hash = context.Route("hash");
        return site.SendAsync(context, new JsonObject
        {
            ["sha"] = hash,
            ["url"] = $"{site.Api(context)}/git/tags/{hash}",
            ["object"] = new JsonObject
            {
                ["sha"] = site.Commits.CommitOfTagObject(hash) ?? throw GitHubRefusedException.NotFound,
                ["type"] = "commit",
            },
        });
    }

    private Task MatchingAsync(HttpContext context)
    {
        var (state, prefix) = (site.Seen(context), TagName(context.Route("name")) ?? "");
        return site.SendAsync(context, new JsonArray([.. site.Commits.Tags(state)
            .Where(name => name.StartsWith(prefix, StringComparison.Ordinal))
            .Select(name => Reference(context, site.Commits.Tag(state, name)!))]));
    }

    private async Task CreateAsync(HttpContext context)
    {
        var input = await GitHubSite.BodyAsync(context);
        var name = input.Text("ref") is { } full && full.StartsWith("refs/", StringComparison.Ordinal) ? TagName(full["refs/".Length..]) : null;
        if (name is null)
            throw GitHubRefusedException.Refused("Reference name must be fully qualified, and a tag's: refs/tags/NAME.");
        var tag = site.Store.Change(state =>
        {
            if (site.Commits.Tag(state, name) is not null)
                throw GitHubRefusedException.Refused("Reference already exists");
            var commit = site.Commits.Resolve(state, input.Text("sha") ?? "") ?? throw GitHubRefusedException.Refused("Object does not exist");
            state = site.Commits.AddTag(state, name, commit);
            return (state, site.Commits.Tag(state, name)!);
        });
        await context.Response.WriteJsonAsync(201, Reference(context, tag));
    }

    private Task DeleteAsync(HttpContext context)
    {
        var name = TagName(context.Route("name")) ?? throw GitHubRefusedException.NotFound;
        site.Store.Change(state =>
        {
            if (site.Commits.Tag(state, name) is null)
                throw GitHubRefusedException.Refused("Reference does not exist");
            if (state.Releases.Values.Any(release => release.Immutable && release.Tag == name))
                throw GitHubRefusedException.Refused("Cannot delete a tag of an immutable release.");
            return (site.Commits.RemoveTag(state, name), true);
        });
        return GitHubSite.NoContent(context);
    }

    private string Named(HttpContext context) => Named(context, context.Route("revision"));

    private string Named(HttpContext context, string? revision) => (revision is null ? null : site.Commits.Resolve(site.Seen(context), revision))
        ?? throw GitHubRefusedException.Refused($"No commit found for SHA: {revision}");

    private static string? TagName(string reference) => reference.StartsWith(Tags, StringComparison.Ordinal) ? reference[Tags.Length..] : null;

    private JsonNode Reference(HttpContext context, GitTag tag) => new JsonObject
    {
        ["ref"] = $"refs/tags/{tag.Name}",
        ["url"] = $"{site.Api(context)}/git/refs/tags/{tag.Name}",
        ["object"] = new JsonObject { ["sha"] = tag.Hash, ["type"] = tag.Type },
    };

    private static JsonNode CheckRun(CheckRun run) => new JsonObject
    {
        ["id"] = run.Id,
        ["head_sha"] = run.Commit,
        ["name"] = run.Name,
        ["status"] = run.Status,
        ["conclusion"] = run.Conclusion,
        ["check_suite"] = new JsonObject { ["id"] = run.Suite },
        ["started_at"] = GitHubSite.Date(run.StartedAt),
        ["completed_at"] = run.Conclusion is null ? null : GitHubSite.Date(run.StartedAt),
    };

    private static JsonNode Status(CommitStatus status) => new JsonObject
    {
        ["id"] = status.Id,
        ["context"] = status.Context,
        ["state"] = status.State,
        ["description"] = status.Description,
        ["created_at"] = GitHubSite.Date(status.CreatedAt),
        ["updated_at"] = GitHubSite.Date(status.CreatedAt),
    };
}
