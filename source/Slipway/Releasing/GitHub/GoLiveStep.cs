namespace Slipway.Releasing.GitHub;

/// <summary>Makes the draft public.</summary>
public static class GoLiveStep
{
    public static Task<PublishedRelease> RunAsync(ReleaseRun run, GitHubReleases releases, CancellationToken cancellationToken) =>
        throw new NotImplementedException();
}
