using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Slipway.Rehearsal.GitHub.State;
using Slipway.Rehearsal.Hosting;

namespace Slipway.Rehearsal.GitHub.Routes;

/// <summary>The files of releases.</summary>
internal sealed class AssetRoutes(GitHubSite site)
{
    private const long SizeLimit = 2L * 1024 * 1024 * 1024;

    public void Map(IEndpointRouteBuilder repository)
    {
        repository.MapGet("/releases/{id:long}/assets", site.In(ListAsync));
        repository.MapGet("/releases/assets/{id:long}", site.In(GetAsync));
        repository.MapPatch("/releases/assets/{id:long}", site.In(UpdateAsync));
        repository.MapDelete("/releases/assets/{id:long}", site.In(DeleteAsync));
    }

    /// <summary>GitHub takes uploads at an address of its own.</summary>
    public void MapUploads(IEndpointRouteBuilder repository) => repository.MapPost("/releases/{id:long}/assets", site.In(UploadAsync));

    /// <summary>Where people download: published releases only.</summary>
    public void MapWeb(IEndpointRouteBuilder repository) => repository.MapGet("/releases/download/{tag}/{name}", site.In(DownloadAsync));

    private Task ListAsync(HttpContext context)
    {
        var release = Visible(context, site.Seen(context).Release(GitHubSite.Id(context)));
        return site.SendPageAsync(context, release.Assets.Select(asset => ReleaseJson.Of(site, context, release, asset)));
    }

    private Task GetAsync(HttpContext context)
    {
        var (release, asset) = site.Seen(context).Asset(GitHubSite.Id(context));
        Visible(context, release);
        return context.Request.Headers.Accept.ToString().Contains("application/octet-stream", StringComparison.Ordinal)
            ? SendFileAsync(context, asset)
            : site.SendAsync(context, ReleaseJson.Of(site, context, release, asset));
    }

    private async Task UpdateAsync(HttpContext context)
    {
        var input = await GitHubSite.BodyAsync(context);
        var changed = site.Store.Change(state => AssetRules.Update(state, GitHubSite.Id(context), asset => asset with
        {
            Name = input.Text("name") is { } name ? AssetRules.Sanitize(name) : asset.Name,
            Label = input.Text("label") ?? asset.Label,
        }));
        await context.Response.WriteJsonAsync(200, ReleaseJson.Of(site, context, site.Store.Current.Asset(changed.Id).Release, changed));
    }

    private Task DeleteAsync(HttpContext context)
    {
        var id = GitHubSite.Id(context);
        site.Store.Change(state => (AssetRules.Delete(state, id), true));
        site.Store.DeleteAsset(id);
        return GitHubSite.NoContent(context);
    }

    private async Task UploadAsync(HttpContext context)
    {
        var request = context.Request;
        if (request.ContentLength is null or 0)
            throw new GitHubRefusedException(400, "Bad Content-Length: ");
        if (request.ContentLength >= SizeLimit)
            throw GitHubRefusedException.Invalid("ReleaseAsset", "custom", "size", $"size must be less than {SizeLimit}");
        if (request.Query["name"].ToString() is not { Length: > 0 } name)
            throw GitHubRefusedException.Invalid("ReleaseAsset", "missing_field", "name");
        var bytes = await request.ReadBodyAsync();
        var starter = context.Fault()?.Starter == true;
        var releaseId = GitHubSite.Id(context);
        var asset = site.Store.Add((state, id) =>
        {
            var added = AssetRules.Add(state, releaseId, New(id, name, request, starter ? null : bytes));
            // The state names the file only once it is there.
            if (!starter)
                AtomicFile.WriteBytesAsync(site.Store.AssetFile(id), bytes).GetAwaiter().GetResult();
            return added;
        });
        if (starter)
            throw new GitHubRefusedException(502, "Server Error");
        var body = ReleaseJson.Of(site, context, site.Store.Current.Release(releaseId), asset);
        await context.Response.WriteJsonAsync(201, body);
    }

    private Asset New(long id, string name, HttpRequest request, byte[]? bytes) => new(
        id,
        AssetRules.Sanitize(name),
        request.Query["label"].ToString() is { Length: > 0 } label ? label : null,
        request.ContentType ?? "application/octet-stream",
        bytes is null ? "starter" : "uploaded",
        bytes?.Length ?? 0,
        bytes is null ? null : $"sha256:{Convert.ToHexStringLower(SHA256.HashData(bytes))}",
        Downloads: 0,
        site.Time.GetUtcNow());

    private Task DownloadAsync(HttpContext context)
    {
        var asset = site.Store.Current.Releases.Values.FirstOrDefault(release => !release.Draft && release.Tag == context.Route("tag"))
            ?.Assets.FirstOrDefault(asset => asset.Name == context.Route("name"));
        return SendFileAsync(context, asset ?? throw GitHubRefusedException.NotFound);
    }

    private Task SendFileAsync(HttpContext context, Asset asset)
    {
        if (asset.State != "uploaded")
            throw GitHubRefusedException.NotFound;
        site.Store.Change(state => (AssetRules.CountDownload(state, asset.Id), true));
        context.Response.ContentType = asset.ContentType;
        context.Response.ContentLength = asset.Size;
        return context.Response.SendFileAsync(site.Store.AssetFile(asset.Id), context.RequestAborted);
    }

    private static Release Visible(HttpContext context, Release release) =>
        release.Draft && !GitHubSite.MayWrite(context) ? throw GitHubRefusedException.NotFound : release;
}
