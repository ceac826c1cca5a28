using System.Text.Json.Nodes;
using Slipway.Manifest;

namespace Slipway.Releasing.Announcing;

/// <summary>What is told of a release.</summary>
public static class Announcement
{
    /// <summary>In characters: https://discord.com/developers/docs/resources/message</summary>
    private const int MostOfDescription = 2000;
    private const int Green = 3066993;

    /// <summary>A message for Discord, as JSON.</summary>
    /// <param name="page">Of the release.</param>
    public static JsonObject ForDiscord(ReleaseManifest manifest, Uri page)
    {
        var notes = Changelog.Within(manifest.Notes, MostOfDescription, page).Trim();
        var crates = string.Join('\n', manifest.Crates.Select(crate => $"`{crate.Name} {crate.Version}`"));
        var fields = new JsonArray(Field("Version", $"`{manifest.ReleaseVersion}`"), Field("Commit", $"`{manifest.Commit[..Math.Min(12, manifest.Commit.Length)]}`"));
        if (crates.Length is > 0 and <= 1024)
            fields.Add(Field("Crates", crates));
        return new JsonObject
        {
            ["content"] = $"✅ {manifest.Name} {manifest.ReleaseVersion} is released{(manifest.Prerelease ? " (a prerelease)" : "")}",
            ["embeds"] = new JsonArray(new JsonObject
            {
                ["title"] = "Release notes",
                ["url"] = page.AbsoluteUri,
                ["description"] = notes,
                ["color"] = Green,
                ["fields"] = fields,
            }),
            // Notes may have names in them: nobody is called.
            ["allowed_mentions"] = new JsonObject { ["parse"] = new JsonArray() },
        };
    }

    private static JsonObject Field(string name, string value) => new() { ["name"] = name, ["value"] = value, ["inline"] = true };
}
