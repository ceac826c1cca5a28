using Slipway.Manifest;

namespace Slipway.Releasing.GitHub;

/// <summary>Whether people get what was published: by its tag, from the commit, each file.</summary>
internal static class PublicCheck
{
    public static async Task<PublishedRelease> RunAsync(
        ReleaseRun run, GitHubReleases releases, StepSettings settings, PublishedRelease live, CancellationToken cancellationToken)
    {
        var manifest = run.Manifest;
        bool? isPrivate = null;
        for (var look = 1; ; look++)
        {
            (isPrivate, var missing) = await MissingAsync(releases, manifest, live, isPrivate, cancellationToken);
            if (missing is null)
                break;
            if (look > settings.Looks)
            {
                throw new SlipwayException(
                    ErrorKind.Environment,
                    $"{Words.Live(live.Release)}, and {missing}.",
                    "GitHub may need a while. Run the same again: it only looks, and publishes nothing twice.");
            }

            await settings.WaitAsync(look, run.Time, cancellationToken);
        }

        run.Say($"{Words.Live(live.Release)} with {Count(manifest)} assets at {live.Release.Page}{(isPrivate == true ? "; downloads need a token here and were not tried" : "")}.");
        return live;
    }

    /// <returns>What is known of the repository, and what is not as it should be, at the end of "it is public, and …"; null when all is.</returns>
    private static async Task<(bool? IsPrivate, string? Missing)> MissingAsync(
        GitHubReleases releases, ReleaseManifest manifest, PublishedRelease live, bool? isPrivate, CancellationToken cancellationToken)
    {
        try
        {
            isPrivate ??= await releases.IsPrivateAsync(cancellationToken);
            var shown = await releases.GetPublicAsync(manifest.Tag, cancellationToken);
            if (shown?.Id != live.Release.Id)
                return (isPrivate, "is not found by its tag yet");
            if (await releases.CommitOfAsync(manifest.Tag, cancellationToken) is not { } commit)
                return (isPrivate, "its tag is not there yet");
            if (commit != manifest.Commit)
                throw Obstacles.MovedTag(manifest, commit);
            foreach (var asset in isPrivate == true ? [] : live.Release.Assets)
            {
                if (!await releases.IsDownloadableAsync(asset, cancellationToken))
                    return (isPrivate, $"{asset.Name} cannot be downloaded yet");
            }

            return (isPrivate, null);
        }
        catch (LostAnswerException exception)
        {
            return (isPrivate, $"GitHub does not answer ({exception.Why})");
        }
    }

    private static string Count(ReleaseManifest manifest) => manifest.Assets.Count.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
