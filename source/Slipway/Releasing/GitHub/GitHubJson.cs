using System.Text.Json.Serialization;

namespace Slipway.Releasing.GitHub;

/// <summary>What of GitHub's answers is read; it says much more.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(ReleaseAnswer))]
[JsonSerializable(typeof(ReleaseAnswer[]))]
[JsonSerializable(typeof(AssetAnswer))]
[JsonSerializable(typeof(AssetAnswer[]))]
[JsonSerializable(typeof(GitObjectAnswer))]
[JsonSerializable(typeof(ImmutableReleasesAnswer))]
internal sealed partial class GitHubJson : JsonSerializerContext;

internal sealed record ReleaseAnswer(
    long Id,
    string TagName,
    string? TargetCommitish,
    string? Name,
    string? Body,
    bool Draft,
    bool Prerelease,
    bool Immutable,
    string HtmlUrl,
    string UploadUrl,
    AssetAnswer[]? Assets)
{
    public GitHubRelease Release(IEnumerable<AssetAnswer>? assets = null) => new(
        Id,
        TagName,
        TargetCommitish ?? "",
        Name ?? "",
        ReleaseBody.Parse(Body),
        Draft,
        Prerelease,
        Immutable,
        new Uri(HtmlUrl),
        // It is a template: …/assets{?name,label}
        new Uri(UploadUrl.Split('{')[0]),
        [.. (assets ?? Assets ?? []).Select(asset => asset.Asset()).OrderBy(asset => asset.Name, StringComparer.Ordinal)]);
}

internal sealed record AssetAnswer(long Id, string Name, string State, long Size, string? Digest, string BrowserDownloadUrl)
{
    private const string Algorithm = "sha256:";

    public GitHubAsset Asset() => new(
        Id,
        Name,
        State == "uploaded",
        Size,
        Digest?.StartsWith(Algorithm, StringComparison.Ordinal) == true ? Digest[Algorithm.Length..].ToLowerInvariant() : null,
        new Uri(BrowserDownloadUrl));
}

internal sealed record ImmutableReleasesAnswer(bool Enabled);

internal sealed record GitObjectAnswer(GitObject Object);

/// <param name="Type"><c>commit</c>, or <c>tag</c> for an annotated tag.</param>
internal sealed record GitObject(string Sha, string Type);
