using Slipway.Manifest;

namespace Slipway.Releasing.GitHub;

/// <summary>Whether people get what was published: by its tag, from the commit, each file.</summary>
internal static class PublicCheck
{
    public static async Task<PublishedRelease> RunAsync(
        ReleaseRun run, GitHubReleases releases, StepSettings settings, PublishedRelease live, bool isWantedLatest, CancellationToken cancellationToken)
    {
        var manifest = run.Manifest;
        bool? isPrivate = null;
        PublishedRelease? shown;
        for (var look = 1; ; look++)
        {
            (isPrivate, shown, var missing) = await LookAsync(releases, manifest, live, isPrivate, cancellationToken);
            if (shown is not null && missing is null)
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

        run.Say($"{Words.Live(shown.Release)} with {Count(manifest)} assets at {shown.Release.Page}{(isPrivate == true ? "; downloads need a token here and were not tried" : "")}.");
        if (isWantedLatest)
            await TellLatestAsync(run, releases, cancellationToken);
        return shown;
    }

    // People may have set another as the latest since: that is their affair.
    private static async Task TellLatestAsync(ReleaseRun run, GitHubReleases releases, CancellationToken cancellationToken)
    {
        try
        {
            if (await releases.LatestTagAsync(cancellationToken) is var latest && latest != run.Manifest.Tag)
                run.Say($"Who asks for the latest release gets {latest ?? "none"}: somebody has set it so, or GitHub is slow.");
        }
        catch (LostAnswerException exception)
        {
            run.Say($"Which release is the latest is not known: {exception.Why}.");
        }
        catch (RefusedException exception)
        {
            run.Say($"Which release is the latest is not known: {exception.Message}");
        }
    }

    /// <returns>What is known of the repository, the release when all is as it should be, and else what is not as it should be, at the end of "it is public, and …".</returns>
    private static async Task<(bool? IsPrivate, PublishedRelease? Shown, string? Missing)> LookAsync(
        GitHubReleases releases, ReleaseManifest manifest, PublishedRelease live, bool? isPrivate, CancellationToken cancellationToken)
    {
        try
        {
            isPrivate ??= await releases.IsPrivateAsync(cancellationToken);
            var found = await releases.GetPublicAsync(manifest.Tag, cancellationToken);
            if (found?.Id != live.Release.Id)
                return (isPrivate, null, "is not found by its tag yet");
            if (PublishedRelease.Of(found, manifest) is not { } shown)
                return (isPrivate, null, "does not show all its assets yet");
            if (await releases.CommitOfAsync(manifest.Tag, cancellationToken) is not { } commit)
                return (isPrivate, null, "its tag is not there yet");
            if (commit != manifest.Commit)
                throw Obstacles.MovedTag(manifest, commit);
            foreach (var asset in isPrivate == true ? [] : shown.Release.Assets)
            {
                if (!await releases.IsDownloadableAsync(asset, cancellationToken))
                    return (isPrivate, null, $"{asset.Name} cannot be downloaded yet");
            }

            return (isPrivate, shown, null);
        }
        catch (LostAnswerException exception)
        {
            return (isPrivate, null, $"GitHub does not answer ({exception.Why})");
        }
        catch (RefusedException exception)
        {
            throw exception.At($"{Words.Live(live.Release)}, and was not looked at as others see it");
        }
    }

    private static string Count(ReleaseManifest manifest) => manifest.Assets.Count.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
