namespace Slipway.Releasing.GitHub;

/// <summary>Makes the draft public, which nothing undoes, and makes sure that people get what was made.</summary>
public static class GoLiveStep
{
    /// <summary>What is left to do; changes nothing.</summary>
    /// <exception cref="SlipwayException">GitHub does not say what it has.</exception>
    public static async Task<GoLivePlan> PlanAsync(ReleaseRun run, GitHubReleases releases, CancellationToken cancellationToken) =>
        GoLivePlan.Of(run.Manifest, await Observing.SeeAsync(run, releases, cancellationToken));

    /// <exception cref="SlipwayException">It cannot go on; the message names the state and what comes next.</exception>
    public static Task<PublishedRelease> RunAsync(ReleaseRun run, GitHubReleases releases, CancellationToken cancellationToken) =>
        RunAsync(run, releases, StepSettings.Default, cancellationToken);

    /// <inheritdoc cref="RunAsync(ReleaseRun, GitHubReleases, CancellationToken)"/>
    public static async Task<PublishedRelease> RunAsync(ReleaseRun run, GitHubReleases releases, StepSettings settings, CancellationToken cancellationToken)
    {
        SlipwayException? trouble = null;
        var isPublished = false;
        for (var look = 1; ; look++)
        {
            var seen = await Observing.SeeAsync(run, releases, cancellationToken);
            var plan = GoLivePlan.Of(run.Manifest, seen);
            if (plan.Obstacle is { } obstacle)
                throw obstacle;
            if (plan.Live is { } live)
                return await PublicCheck.RunAsync(run, releases, settings, live, plan.Text.IsLatest, cancellationToken);
            // What is really missing does not come by waiting; only a look at an older state does.
            if (look > (plan.Ready is null && !isPublished && trouble is null ? Math.Min(2, settings.Looks) : settings.Looks))
                throw isPublished ? NotShown(run) : plan.Ready is null ? NotReady(run, seen) : NotDone(run, plan.Ready, trouble);
            if (!isPublished && plan.Ready is { } draft)
            {
                run.Say($"{Words.Draft(draft.Release, run.Manifest)}, each compared; next: {GoLivePlan.EffectName}.");
                (isPublished, trouble) = await PublishAsync(run, releases, draft, plan, cancellationToken);
                if (isPublished)
                    continue;
            }

            await settings.WaitAsync(look, run.Time, cancellationToken);
        }
    }

    /// <returns>Whether GitHub has said yes; what else became of it is looked at.</returns>
    private static async Task<(bool IsPublished, SlipwayException? Trouble)> PublishAsync(
        ReleaseRun run, GitHubReleases releases, VerifiedDraft draft, GoLivePlan plan, CancellationToken cancellationToken)
    {
        try
        {
            await run.Journal.PerformAsync(
                plan.Effect!,
                async () =>
                {
                    await releases.PublishAsync(draft, plan.Text, cancellationToken);
                    return draft.Release.Id;
                },
                id => [new("id", Words.Number(id))]);
            return (true, null);
        }
        catch (LostAnswerException exception)
        {
            run.Say($"{exception.Message} Looking whether the release is public.");
            return (false, exception);
        }
        catch (RefusedException exception) when (exception.Refusal.Status != System.Net.HttpStatusCode.NotFound)
        {
            throw Obstacles.NotPublished(run.Manifest, draft.Release, exception);
        }
        catch (RefusedException exception)
        {
            return (false, exception);
        }
    }

    private static SlipwayException NotReady(ReleaseRun run, ReleaseObservation seen) => new(
        ErrorKind.Verdict,
        $"Nothing was published: {DraftPlan.Of(run.Manifest, seen).Describe(run.Manifest)}.",
        "Run Draft, which sends what is missing; then run the same again.");

    private static SlipwayException NotDone(ReleaseRun run, VerifiedDraft draft, SlipwayException? trouble) => new(
        ErrorKind.Environment,
        $"{run.Manifest.Tag} is not public yet: {Words.Draft(draft.Release, run.Manifest)}, and GitHub does not publish it{(trouble is LostAnswerException lost ? $" ({lost.Why})" : "")}.",
        "Run the same again later: it looks first whether the release is public.",
        location: null,
        trouble);

    private static SlipwayException NotShown(ReleaseRun run) => new(
        ErrorKind.Environment,
        $"GitHub has published {run.Manifest.Tag}, and does not show it yet.",
        "Run the same again later: it only looks, and publishes nothing twice.");
}
