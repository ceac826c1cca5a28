using System.Globalization;

namespace Slipway.Releasing.GitHub;

/// <summary>Uploads everything to a draft: looks, decides, acts and looks again until the draft is like the manifest.</summary>
public static class DraftStep
{
    /// <summary>What is left to do; changes nothing.</summary>
    /// <exception cref="SlipwayException">GitHub does not say what it has.</exception>
    public static Task<DraftPlan> PlanAsync(ReleaseRun run, GitHubReleases releases, CancellationToken cancellationToken) =>
        Observing.PlanAsync(run, releases, cancellationToken);

    /// <returns>A verified draft, or the public release when it is one already.</returns>
    /// <exception cref="SlipwayException">It cannot go on; the message names the state and what comes next.</exception>
    public static Task<UploadedRelease> RunAsync(ReleaseRun run, GitHubReleases releases, CancellationToken cancellationToken) =>
        RunAsync(run, releases, StepSettings.Default, cancellationToken);

    /// <inheritdoc cref="RunAsync(ReleaseRun, GitHubReleases, CancellationToken)"/>
    public static async Task<UploadedRelease> RunAsync(ReleaseRun run, GitHubReleases releases, StepSettings settings, CancellationToken cancellationToken)
    {
        var (left, still, unseen) = (int.MaxValue, 0, 0);
        var executor = new DraftExecutor(run, releases, settings);
        for (; ; )
        {
            var plan = await Observing.PlanAsync(run, releases, cancellationToken);
            if (plan.Obstacle is { } obstacle)
                throw obstacle;
            if (plan.Actions.IsEmpty && (plan.Live ?? Verified(plan, run)) is { } done)
            {
                run.Say($"{plan.Describe(run.Manifest)}.");
                return done;
            }

            // A draft that was perhaps made is not made a second time before it had time to appear.
            if (plan.Actions is [CreateDraft, ..] && executor.MayHaveCreated && ++unseen < settings.Looks)
            {
                await settings.WaitAsync(unseen, run.Time, cancellationToken);
                continue;
            }

            (still, left) = plan.Actions.Length < left ? (0, plan.Actions.Length) : (still + 1, left);
            if (still >= settings.Looks)
                throw Stuck(run, plan, executor.LastTrouble);
            if (still > 0)
                await settings.WaitAsync(still, run.Time, cancellationToken);
            run.Say($"{Capital(plan.Describe(run.Manifest))}.");
            await executor.ActAsync(plan, cancellationToken);
        }
    }

    private static UploadedRelease? Verified(DraftPlan plan, ReleaseRun run) =>
        plan.Draft is { } draft ? VerifiedDraft.Of(draft, run.Manifest) : null;

    private static SlipwayException Stuck(ReleaseRun run, DraftPlan plan, SlipwayException? trouble) => new(
        ErrorKind.Environment,
        $"The draft does not get on: {plan.Describe(run.Manifest)}{(trouble is null ? "" : $" ({trouble.Message.TrimEnd('.')})")}.",
        "Nothing is public, and nothing is lost. Run the same again: it goes on from there.",
        location: null,
        trouble);

    private static string Capital(string text) => char.ToUpper(text[0], CultureInfo.InvariantCulture) + text[1..];
}
