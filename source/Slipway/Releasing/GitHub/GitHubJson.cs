using System.Text.Json.Nodes;
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
[JsonSerializable(typeof(RateLimitAnswer))]
[JsonSerializable(typeof(AttestationsAnswer))]
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

internal sealed record RateLimitAnswer(RateResources Resources);

internal sealed record RateResources(RateResource Core);

/// <param name="Reset">In seconds since 1970.</param>
internal sealed record RateResource(int Limit, int Remaining, long Reset);

internal sealed record AttestationsAnswer(AttestationAnswer[]? Attestations);

internal sealed record AttestationAnswer(JsonNode? Bundle);

internal sealed record GitObjectAnswer(GitObject Object);

/// <param name="Type"><c>commit</c>, or <c>tag</c> for an annotated tag.</param>
internal sealed record GitObject(string Sha, string Type);
