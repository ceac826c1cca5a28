using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Slipway.Rehearsal.GitHub.State;
using Slipway.Rehearsal.Hosting;

namespace Slipway.Rehearsal.GitHub.Routes;

/// <summary>Releases: drafts are seen by those who may write, and never by their tag.</summary>
internal sealed class ReleaseRoutes(GitHubSite site, ReleaseRules rules)
{
    public void Map(IEndpointRouteBuilder repository)
    {
        repository.MapGet("/releases", site.In(ListAsync));
        repository.MapPost("/releases", site.In(CreateAsync));
        repository.MapPost("/releases/generate-notes", site.In(NotesAsync));
        repository.MapGet("/releases/latest", site.In(LatestAsync));
        repository.MapGet("/releases/tags/{**tag}", site.In(ByTagAsync));
        repository.MapGet("/releases/{id:long}", site.In(GetAsync));
        repository.MapPatch("/releases/{id:long}", site.In(UpdateAsync));
        repository.MapDelete("/releases/{id:long}", site.In(DeleteAsync));
        repository.MapGet("/immutable-releases", site.In(ImmutableAsync));
    }

    // The newest stands first.
    private Task ListAsync(HttpContext context) => site.SendPageAsync(context, site.Seen(context).Releases.Values.Reverse()
        .Where(release => !release.Draft || GitHubSite.MayWrite(context))
        .Select(release => ReleaseJson.Of(site, context, release)));

    private async Task CreateAsync(HttpContext context)
    {
        var input = await GitHubSite.BodyAsync(context);
        var release = site.Store.Add((state, id) => rules.Create(state, id, input));
        var body = ReleaseJson.Of(site, context, release);
        context.Response.Headers.Location = body.Text("url");
        await context.Response.WriteJsonAsync(201, body);
    }

    private Task LatestAsync(HttpContext context)
    {
        var state = site.Seen(context);
        return SendAsync(context, state.Latest is { } id ? state.Releases.GetValueOrDefault(id) : null);
    }

    private Task ByTagAsync(HttpContext context) => SendAsync(
        context,
        site.Seen(context).Releases.Values.FirstOrDefault(release => !release.Draft && release.Tag == context.Route("tag")));

    private Task GetAsync(HttpContext context)
    {
        var release = site.Seen(context).Release(GitHubSite.Id(context));
        return SendAsync(context, release.Draft && !GitHubSite.MayWrite(context) ? null : release);
    }

    private async Task UpdateAsync(HttpContext context)
    {
        var input = await GitHubSite.BodyAsync(context);
        var release = site.Store.Change(state => rules.Update(state, GitHubSite.Id(context), input));
        await context.Response.WriteJsonAsync(200, ReleaseJson.Of(site, context, release));
    }

    private Task DeleteAsync(HttpContext context)
    {
        var id = GitHubSite.Id(context);
        var release = site.Store.Change(state => (ReleaseRules.Delete(state, id), state.Releases[id]));
        foreach (var asset in release.Assets)
            site.Store.DeleteAsset(asset.Id);
        return GitHubSite.NoContent(context);
    }

    private Task ImmutableAsync(HttpContext context) => site.Options.ImmutableReleases
        ? site.SendAsync(context, new JsonObject { ["enabled"] = true, ["enforced_by_owner"] = false })
        : throw GitHubRefusedException.NotFound;

    private async Task NotesAsync(HttpContext context)
    {
        var input = await GitHubSite.BodyAsync(context);
        var tag = input.Text("tag_name") ?? throw GitHubRefusedException.Invalid("Release", "missing_field", "tag_name");
        var previous = input.Text("previous_tag_name")
            ?? site.Store.Current.Releases.Values.LastOrDefault(release => !release.Draft && release.Tag != tag)?.Tag;
        var link = previous is null ? $"commits/{tag}" : $"compare/{previous}...{tag}";
        await context.Response.WriteJsonAsync(200, new JsonObject
        {
            ["name"] = tag,
            ["body"] = $"**Full Changelog**: {site.Web(context)}/{link}",
        });
    }

    private Task SendAsync(HttpContext context, Release? release) =>
        site.SendAsync(context, release is null ? throw GitHubRefusedException.NotFound : ReleaseJson.Of(site, context, release));
}
