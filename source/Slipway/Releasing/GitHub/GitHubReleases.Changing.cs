using System.Net;
using Octokit;
using Slipway.Http;
using Slipway.Manifest;

namespace Slipway.Releasing.GitHub;

public sealed partial class GitHubReleases
{
    // The slowest line that is worth waiting for.
    private const double SlowestBytesPerSecond = 50_000;

    /// <summary>Makes a draft, and tells its id.</summary>
    internal Task<long> CreateDraftAsync(ReleaseText text, CancellationToken cancellationToken) => ChangeAsync(
        async () => (await _octokit.Repository.Release.Create(Connection.Owner, Connection.Name, new NewRelease(text.Tag)
        {
            TargetCommitish = text.Commit,
            Name = text.Title,
            Body = text.Body.ToString(),
            Draft = true,
            Prerelease = text.IsPrerelease,
            MakeLatest = Latest(text),
        })).Id,
        cancellationToken);

    internal Task ChangeDraftAsync(long id, ReleaseText text, CancellationToken cancellationToken) => EditAsync(
        id,
        new ReleaseUpdate { TagName = text.Tag, TargetCommitish = text.Commit, Name = text.Title, Body = text.Body.ToString(), Prerelease = text.IsPrerelease },
        cancellationToken);

    /// <summary>Changes the text of a release, also of one that cannot be changed otherwise.</summary>
    public async Task UpdateBodyAsync(long id, string body, CancellationToken cancellationToken = default)
    {
        try
        {
            await EditAsync(id, new ReleaseUpdate { Body = body }, cancellationToken);
        }
        catch (LostAnswerException)
        {
            // The same text twice is the same text.
            await EditAsync(id, new ReleaseUpdate { Body = body }, cancellationToken);
        }
    }

    /// <summary>Makes a draft public; only one that was compared with all that it should have.</summary>
    internal Task PublishAsync(VerifiedDraft draft, ReleaseText text, CancellationToken cancellationToken) => EditAsync(
        draft.Release.Id,
        new ReleaseUpdate { Draft = false, Prerelease = text.IsPrerelease, MakeLatest = Latest(text) },
        cancellationToken);

    internal Task DeleteDraftAsync(long id, CancellationToken cancellationToken) => GoneAsync(Invariant($"releases/{id}"), cancellationToken);

    internal Task DeleteAssetAsync(long id, CancellationToken cancellationToken) => GoneAsync(Invariant($"releases/assets/{id}"), cancellationToken);

    /// <summary>Sends a file of a folder.</summary>
    internal async Task<GitHubAsset> UploadAsync(DraftRelease draft, Asset asset, string folder, CancellationToken cancellationToken)
    {
        await _pace.WaitAsync(cancellationToken);
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"{draft.Release.Uploads}?name={Uri.EscapeDataString(asset.Name)}"))
        {
            Content = new FileContent(Path.Combine(folder, asset.Name), asset.Size, MediaType(asset.Name)),
        };
        request.Options.Set(DeadlineHandler.More, TimeSpan.FromSeconds(asset.Size / SlowestBytesPerSecond));
        using var answer = await _http.AskAsync(request, cancellationToken);
        return answer.StatusCode == HttpStatusCode.Created
            ? (await answer.ContentAsync(GitHubJson.Default.AssetAnswer, cancellationToken)).Asset()
            : throw await Refusals.OfAsync(answer, cancellationToken);
    }

    /// <summary>What GitHub itself would write about a release.</summary>
    public async Task<string> GenerateNotesAsync(string tag, string commit, string? previousTag, CancellationToken cancellationToken) => await ChangeAsync(
        async () => (await _octokit.Repository.Release.GenerateReleaseNotes(Connection.Owner, Connection.Name, new GenerateReleaseNotesRequest(tag)
        {
            TargetCommitish = commit,
            PreviousTagName = previousTag,
        })).Body,
        cancellationToken);

    private Task EditAsync(long id, ReleaseUpdate update, CancellationToken cancellationToken) => ChangeAsync(
        () => _octokit.Repository.Release.Edit(Connection.Owner, Connection.Name, id, update),
        cancellationToken);

    /// <summary>What is gone already need not be deleted.</summary>
    private async Task GoneAsync(string path, CancellationToken cancellationToken)
    {
        await _pace.WaitAsync(cancellationToken);
        using var request = new HttpRequestMessage(HttpMethod.Delete, Connection.At(path));
        using var answer = await _http.AskAsync(request, cancellationToken);
        if (!answer.IsSuccessStatusCode && answer.StatusCode != HttpStatusCode.NotFound)
            throw await Refusals.OfAsync(answer, cancellationToken);
    }

    private async Task<T> ChangeAsync<T>(Func<Task<T>> change, CancellationToken cancellationToken)
    {
        await _pace.WaitAsync(cancellationToken);
        return await AskAsync(change, cancellationToken);
    }

    /// <summary>Octokit's failures as ours.</summary>
    private static async Task<T> AskAsync<T>(Func<Task<T>> ask, CancellationToken cancellationToken)
    {
        try
        {
            // Octokit makes nothing of an answer in HTML.
            return await ask().WaitAsync(cancellationToken) ?? throw new LostAnswerException(GitHubAnswers.OfOthers);
        }
        catch (ApiException exception)
        {
            throw Refusals.Of(exception);
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            throw new LostAnswerException("the connection broke", exception);
        }
    }

    private static MakeLatestQualifier Latest(ReleaseText text) => text.IsLatest ? MakeLatestQualifier.True : MakeLatestQualifier.False;

    private static string MediaType(string name) => Path.GetExtension(name) switch
    {
        ".gz" => "application/gzip",
        ".zip" => "application/zip",
        ".json" => "application/json",
        ".asc" => "application/pgp-signature",
        ".sha256" => "text/plain",
        _ => "application/octet-stream",
    };
}
