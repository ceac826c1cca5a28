using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Slipway.Rehearsal.GitHub.State;

namespace Slipway.Rehearsal.GitHub;

/// <summary>Releases and assets as GitHub writes them.</summary>
internal static class ReleaseJson
{
    public static JsonObject Of(GitHubSite site, HttpContext context, Release release)
    {
        var api = $"{site.Api(context)}/releases/{Text(release.Id)}";
        return new JsonObject
        {
            ["id"] = release.Id,
            ["node_id"] = $"RE_{Text(release.Id)}",
            ["url"] = api,
            ["assets_url"] = $"{api}/assets",
            ["upload_url"] = $"{site.Uploads(context)}/releases/{Text(release.Id)}/assets{{?name,label}}",
            // A draft has an address that does not say its tag.
            ["html_url"] = $"{site.Web(context)}/releases/tag/{(release.Draft ? $"untagged-{Text(release.Id)}" : release.Tag)}",
            ["tag_name"] = release.Tag,
            ["target_commitish"] = release.Target,
            ["name"] = release.Name,
            ["body"] = release.Body,
            ["draft"] = release.Draft,
            ["prerelease"] = release.Prerelease,
            ["immutable"] = release.Immutable,
            ["created_at"] = GitHubSite.Date(release.CreatedAt),
            ["published_at"] = release.PublishedAt is { } published ? GitHubSite.Date(published) : null,
            ["author"] = GitHubSite.User(site.Options.Login),
            ["assets"] = new JsonArray([.. release.Assets.Select(asset => Of(site, context, release, asset))]),
        };
    }

    public static JsonNode Of(GitHubSite site, HttpContext context, Release release, Asset asset) => new JsonObject
    {
        ["id"] = asset.Id,
        ["node_id"] = $"RA_{Text(asset.Id)}",
        ["url"] = $"{site.Api(context)}/releases/assets/{Text(asset.Id)}",
        ["name"] = asset.Name,
        ["label"] = asset.Label,
        ["content_type"] = asset.ContentType,
        ["state"] = asset.State,
        ["size"] = asset.Size,
        ["digest"] = asset.Digest,
        ["download_count"] = asset.Downloads,
        ["created_at"] = GitHubSite.Date(asset.CreatedAt),
        ["updated_at"] = GitHubSite.Date(asset.CreatedAt),
        ["browser_download_url"] = $"{site.Web(context)}/releases/download/{(release.Draft ? $"untagged-{Text(release.Id)}" : release.Tag)}/{asset.Name}",
        ["uploader"] = GitHubSite.User(site.Options.Login),
    };

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
