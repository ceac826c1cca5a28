namespace Slipway.Releasing.GitHub;

/// <summary>Uploads everything to a draft.</summary>
public static class DraftStep
{
    public static Task<UploadedRelease> RunAsync(ReleaseRun run, GitHubReleases releases, CancellationToken cancellationToken) =>
        throw new NotImplementedException();
}
