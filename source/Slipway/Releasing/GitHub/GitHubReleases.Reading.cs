using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text.Json.Serialization.Metadata;
using Octokit;
using Slipway.Http;

namespace Slipway.Releasing.GitHub;

public sealed partial class GitHubReleases
{
    private const int PageSize = 100;

    // A tag of a tag of a tag is somebody's joke.
    private const int DeepestTag = 8;

    /// <summary>All releases with what lists tell of them, the newest first; drafts only for those who may write.</summary>
    public async Task<IReadOnlyList<GitHubRelease>> ListAsync(CancellationToken cancellationToken) =>
        [.. (await PagesAsync("releases", GitHubJson.Default.ReleaseAnswerArray, cancellationToken)).Select(answer => answer.Release())];

    /// <summary>A release with all its assets; null when there is none of this id.</summary>
    public async Task<GitHubRelease?> GetAsync(long id, CancellationToken cancellationToken)
    {
        var reading = ReadAsync(Connection.At(Invariant($"releases/{id}")), GitHubJson.Default.ReleaseAnswer, cancellationToken);
        // What a release tells of its assets need not be all.
        var listing = PagesAsync(Invariant($"releases/{id}/assets"), GitHubJson.Default.AssetAnswerArray, cancellationToken);
        await Task.WhenAll(reading, listing);
        return (await reading)?.Release(await listing);
    }

    /// <summary>The public release of a tag; null when there is none.</summary>
    public async Task<GitHubRelease?> GetPublicAsync(string tag, CancellationToken cancellationToken)
    {
        var address = Connection.At($"releases/tags/{Escaped(tag)}");
        return await ReadAsync(address, GitHubJson.Default.ReleaseAnswer, cancellationToken) is { Id: var id } ? await GetAsync(id, cancellationToken) : null;
    }

    /// <summary>The release of a tag: the public one, else the draft with the lowest id; null when there is none.</summary>
    public async Task<GitHubRelease?> FindAsync(string tag, CancellationToken cancellationToken = default)
    {
        var found = (await ListAsync(cancellationToken)).Where(release => release.Tag == tag).OrderBy(release => release.IsDraft).ThenBy(release => release.Id).FirstOrDefault();
        return found is null ? null : await GetAsync(found.Id, cancellationToken);
    }

    /// <summary>The commit that a tag points to; null when there is no such tag.</summary>
    public async Task<string?> CommitOfAsync(string tag, CancellationToken cancellationToken)
    {
        var named = await NamedAsync(tag, cancellationToken);
        for (var depth = 0; named?.Type == "tag" && depth < DeepestTag; depth++)
            named = (await ReadAsync(Connection.At($"git/tags/{named.Sha}"), GitHubJson.Default.GitObjectAnswer, cancellationToken))?.Object;
        return named?.Sha;
    }

    // Octokit asks at an address that GitHub's reference has no more.
    private async Task<GitObject?> NamedAsync(string tag, CancellationToken cancellationToken) =>
        (await ReadAsync(Connection.At($"git/ref/tags/{Escaped(tag)}"), GitHubJson.Default.GitObjectAnswer, cancellationToken))?.Object;

    /// <summary>Whether what is published here can never be changed; null when the token may not know.</summary>
    public async Task<bool?> HasImmutableReleasesAsync(CancellationToken cancellationToken)
    {
        try
        {
            return (await ReadAsync(Connection.At("immutable-releases"), GitHubJson.Default.ImmutableReleasesAnswer, cancellationToken))?.Enabled ?? false;
        }
        catch (RefusedException exception) when (exception.Refusal is { Status: HttpStatusCode.Forbidden, IsLimit: false })
        {
            return null;
        }
    }

    /// <summary>The tag of the release that people get who ask for none; null while there is none.</summary>
    public async Task<string?> LatestTagAsync(CancellationToken cancellationToken) =>
        (await ReadAsync(Connection.At("releases/latest"), GitHubJson.Default.ReleaseAnswer, cancellationToken))?.TagName;

    /// <summary>Whether people without a token get the file.</summary>
    public async Task<bool> IsDownloadableAsync(GitHubAsset asset, CancellationToken cancellationToken)
    {
        using var request = Streamed(asset.Download);
        try
        {
            using var answer = await _public.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            return answer.IsSuccessStatusCode && (answer.Content.Headers.ContentLength is not { } length || length == asset.Size);
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    /// <summary>Whether the repository is hidden from people without a token.</summary>
    public async Task<bool> IsPrivateAsync(CancellationToken cancellationToken) =>
        (await RepositoryAsync(cancellationToken)).Private;

    private Task<Repository> RepositoryAsync(CancellationToken cancellationToken) =>
        AskAsync(() => _octokit.Repository.Get(Connection.Owner, Connection.Name), cancellationToken);

    /// <summary>The asset with its digest: older servers do not tell it, so that its bytes are read.</summary>
    internal async Task<GitHubAsset> WithDigestAsync(GitHubAsset asset, CancellationToken cancellationToken)
    {
        using var request = Streamed(Connection.At(Invariant($"releases/assets/{asset.Id}")));
        request.Headers.Accept.ParseAdd("application/octet-stream");
        using var answer = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        if (!answer.IsSuccessStatusCode)
            return asset;
        await using var stream = await answer.Content.ReadAsStreamAsync(cancellationToken);
        return asset with { Sha256 = Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, cancellationToken)) };
    }

    private async Task<ImmutableArray<T>> PagesAsync<T>(string path, JsonTypeInfo<T[]> type, CancellationToken cancellationToken)
    {
        var all = ImmutableArray.CreateBuilder<T>();
        for (var page = 1; ; page++)
        {
            var some = await ReadAsync(Connection.At(Invariant($"{path}?per_page={PageSize}&page={page}")), type, cancellationToken) ?? [];
            all.AddRange(some);
            if (some.Length < PageSize)
                return all.ToImmutable();
        }
    }

    /// <returns>Null when there is nothing.</returns>
    private async Task<T?> ReadAsync<T>(Uri address, JsonTypeInfo<T> type, CancellationToken cancellationToken) where T : class
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        using var answer = await _http.AskAsync(request, cancellationToken);
        if (answer.StatusCode == HttpStatusCode.NotFound)
            return null;
        if (!answer.IsSuccessStatusCode)
            throw await Refusals.OfAsync(answer, cancellationToken);
        return await answer.ContentAsync(type, cancellationToken);
    }

    private static HttpRequestMessage Streamed(Uri address)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Options.Set(DeadlineHandler.IsStreamed, true);
        return request;
    }

    /// <summary>Tags may have slashes.</summary>
    private static string Escaped(string tag) => string.Join('/', tag.Split('/').Select(Uri.EscapeDataString));

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
