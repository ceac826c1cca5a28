using Nuke.Common;
using Serilog;
using Slipway.Manifest;
using Slipway.Releasing;
using Slipway.Releasing.Announcing;
using Slipway.Releasing.Crates;
using Slipway.Releasing.GitHub;
using Slipway.Releasing.Http;
using Slipway.Releasing.Journal;

namespace Slipway.Components;

/// <summary>
/// Brings <c>Draft</c>, <c>PublishCrates</c>, <c>GoLive</c>, <c>Announce</c> and <c>ReleaseStatus</c>: each looks at what is
/// there before it does anything, and can be run again at any time.
/// </summary>
public interface IRelease : ISign
{
    [Parameter("Prints what the release would do outside, and does none of it")]
    bool DryRun => TryGetValue<bool?>(() => DryRun) ?? false;

    [Parameter("Address that messages for Discord go to")]
    [Secret]
    string DiscordWebhook => TryGetValue(() => DiscordWebhook) ?? (IsRehearsal ? "rehearsal" : null!);

    [Parameter("Id of the announcement, when it was cut off and a person has found it")]
    string Announced => TryGetValue(() => Announced);

    [Parameter("Announces once more what was cut off, when a person has found nothing")]
    bool AnnounceAgain => TryGetValue<bool?>(() => AnnounceAgain) ?? false;

    Target Draft => _ => _
        .Description("Release: uploads everything to a draft on GitHub")
        .DependsOn<ISign>(x => x.Sign)
        .Executes(() => this.ExplainAsync(() => StepAsync(async (run, to, token) =>
        {
            using var releases = new GitHubReleases(to.GitHub, TimeProvider.System);
            if (DryRun)
                PrintPlan((await DraftStep.PlanAsync(run, releases, token)).Effects);
            else
                await DraftStep.RunAsync(run, releases, token);
        })));

    Target PublishCrates => _ => _
        .Description("Release: publishes the crates; cannot be undone")
        .DependsOn<IRelease>(x => x.Draft)
        .Executes(() => this.ExplainAsync(() => StepAsync(async (run, to, token) =>
        {
            using var index = to.Index();
            if (DryRun)
            {
                PrintPlan((await CratesPlan.SeeAsync(run.Manifest, to.Registry, index, token)).Effects);
                return;
            }

            using var trusted = to.Trusted();
            await new CratesStep(run, CargoWorkspace, to.Registry, index) { Trusted = trusted, TargetFolder = CratesDirectory, AllowDirty = to.AllowDirty }.RunAsync(token);
        })));

    Target GoLive => _ => _
        .Description("Release: makes the draft public; cannot be undone")
        .DependsOn<IRelease>(x => x.PublishCrates)
        .Executes(() => this.ExplainAsync(() => StepAsync(async (run, to, token) =>
        {
            using var releases = new GitHubReleases(to.GitHub, TimeProvider.System);
            if (DryRun)
                PrintPlan((await GoLiveStep.PlanAsync(run, releases, token)).Effects);
            else
                await GoLiveStep.RunAsync(run, releases, token);
        })));

    Target Announce => _ => _
        .Description("Release: tells the world")
        .DependsOn<IRelease>(x => x.GoLive)
        .Requires(() => DiscordWebhook)
        // On another machine than the rest of the release, the manifest is not there, and the sources say enough.
        .Executes(() => this.ExplainAsync(async () => await StepAsync(await ReleaseManifest.FindAsync(ReleaseDirectory, Interruption.Token) ?? await DescribeAsync([], [.. ReleaseSubject.Crates.Select(x => new ReleaseCrate(x.Name, x.Version))], Interruption.Token), async (run, to, token) =>
        {
            using var releases = new GitHubReleases(to.GitHub, TimeProvider.System);
            if (DryRun)
            {
                PrintPlan(AnnounceStep.Effects(await releases.GetPublicAsync(run.Manifest.Tag, token)));
                return;
            }

            using var discord = new DiscordWebhook(to.WebhookOf(DiscordWebhook), Sending.Handler(TimeProvider.System));
            await new AnnounceStep(run, releases, discord).RunAsync(Announced, AnnounceAgain, token);
            if (PipelineState.Of(this).Rehearsal is { } rehearsal)
                await rehearsal.EndAsync(token);
        })));

    Target ReleaseStatus => _ => _
        .Description("Shows how far the release is, and what comes next")
        .Executes(() => this.ExplainAsync(() => StepAsync(WriteStatusAsync)));

    private async Task StepAsync(Func<ReleaseRun, ReleaseConnections, CancellationToken, Task> step) =>
        await StepAsync(await ReleaseManifest.GetAsync(ReleaseDirectory, Interruption.Token), step);

    private async Task StepAsync(ReleaseManifest manifest, Func<ReleaseRun, ReleaseConnections, CancellationToken, Task> step)
    {
        var token = Interruption.Token;
        var to = await ConnectAsync();
        await using var journal = ReleaseJournal.Open(ReleaseDirectory / ReleaseJournal.FileName, new JournalSubject(manifest.Tag, manifest.Commit, to.Forge), TimeProvider.System);
        await step(new ReleaseRun(manifest, ReleaseDirectory, journal, TimeProvider.System, line => Log.Information("{Line:l}", line)), to, token);
    }

    private async Task WriteStatusAsync(ReleaseRun run, ReleaseConnections to, CancellationToken token)
    {
        using var releases = new GitHubReleases(to.GitHub, TimeProvider.System);
        using var index = to.Index();
        var draft = await DraftStep.PlanAsync(run, releases, token);
        var crates = await CratesPlan.SeeAsync(run.Manifest, to.Registry, index, token);
        var live = draft.Live?.Release;
        Log.Information("{Tag:l} of {Commit:l}, {Forge:l}", run.Manifest.Tag, run.Manifest.Commit, to.Forge);
        Log.Information("Journal: {Count} lines, the last: {Last:l}", run.Journal.Entries.Count, run.Journal.Entries is [.., var last] ? $"{last.Phase} {last.Name}" : "none");
        Log.Information("GitHub: {State:l}", draft.Describe(run.Manifest));
        Log.Information("{Registry:l}: {State:l}", to.Registry.Title, crates.Describe());
        Log.Information("Discord: {State:l}", AnnounceStep.Effects(live).Count == 0 ? "announced" : "not announced");
        var obstacle = draft.Obstacle ?? crates.Obstacle;
        var next = obstacle is not null ? obstacle.Explain()
            : live is null && draft.Actions.Length > 0 ? "./build.sh Draft"
            : !crates.Missing.IsEmpty ? "./build.sh PublishCrates, which cannot be undone"
            : live is null ? "./build.sh GoLive, which cannot be undone"
            : AnnounceStep.Effects(live).Count > 0 ? "./build.sh Announce"
            : "nothing: the release is done";
        Log.Information("Next: {Next:l}", next);
    }

    private static void PrintPlan(IReadOnlyList<Effect> effects)
    {
        if (effects.Count == 0)
            Log.Information("Nothing is left to do");
        foreach (var effect in effects)
            Log.Information("{Mark:l} {Name:l}: {Call:l}", effect.IsIrreversible ? "cannot be undone:" : "would", effect.Name, effect.Call);
    }
}
