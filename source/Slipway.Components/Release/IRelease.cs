using Nuke.Common;
using Serilog;
using Slipway.Manifest;
using Slipway.Releasing;
using Slipway.Releasing.Announcing;
using Slipway.Releasing.Crates;
using Slipway.Releasing.GitHub;
using Slipway.Releasing.Journal;

namespace Slipway.Components;

/// <summary>
/// Brings <c>Draft</c>, <c>PublishCrates</c>, <c>GoLive</c>, <c>Announce</c> and <c>ReleaseStatus</c>: each looks at what is
/// there before it does anything, and can be run again at any time.
/// </summary>
public interface IRelease : ISign, IHazChannels, IHazDryRun
{
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
        .Requires(() => IsRehearsal || DiscordWebhook != null || (SmtpHost != null && (SmtpUser == null || SmtpPassword != null)))
        .Executes(() => this.ExplainAsync(async () => await StepAsync(await FindManifestAsync(withNotes: true), async (run, to, token) =>
        {
            using var releases = new GitHubReleases(to.GitHub, TimeProvider.System);
            using var channels = to.OpenChannels(this);
            if (DryRun)
            {
                PrintPlan(AnnounceStep.Effects(run, await releases.GetPublicAsync(run.Manifest.Tag, token), channels.All));
                return;
            }

            await new AnnounceStep(run, releases, channels.All).RunAsync(Announced, AnnounceAgain, token);
            if (PipelineState.Of(this).Rehearsal is { } rehearsal)
                await rehearsal.EndAsync(token);
        }, performs: !DryRun)));

    Target ReleaseStatus => _ => _
        .Description("Shows how far the release is, and what comes next")
        .Executes(() => this.ExplainAsync(async () => await StepAsync(await FindManifestAsync(withNotes: false), WriteStatusAsync, performs: false)));

    // On another machine than the rest of the release, the manifest is not there, and the sources say enough.
    private async Task<ReleaseManifest> FindManifestAsync(bool withNotes)
    {
        var token = Interruption.Token;
        return await ReleaseManifest.FindAsync(ReleaseDirectory, token)
            ?? await DescribeAsync([], [.. ReleaseSubject.Crates.Select(x => new ReleaseCrate(x.Name, x.Version))], withNotes ? await ReadNotesAsync(token) : "", token);
    }

    private async Task StepAsync(Func<ReleaseRun, ReleaseConnections, CancellationToken, Task> step) =>
        await StepAsync(await ReleaseManifest.GetAsync(ReleaseDirectory, Interruption.Token), step, performs: !DryRun);

    private async Task StepAsync(ReleaseManifest manifest, Func<ReleaseRun, ReleaseConnections, CancellationToken, Task> step, bool performs)
    {
        var token = Interruption.Token;
        var to = await ConnectAsync();
        var (file, subject) = (ReleaseDirectory / ReleaseJournal.FileName, new JournalSubject(manifest.Tag, manifest.Commit, to.Forge));
        await using var journal = performs ? ReleaseJournal.Open(file, subject, TimeProvider.System) : ReleaseJournal.Peek(file, subject);
        await step(new ReleaseRun(manifest, ReleaseDirectory, journal, TimeProvider.System, line => Log.Information("{Line:l}", line)), to, token);
    }

    private async Task WriteStatusAsync(ReleaseRun run, ReleaseConnections to, CancellationToken token)
    {
        using var releases = new GitHubReleases(to.GitHub, TimeProvider.System);
        using var index = to.Index();
        using var channels = to.OpenChannels(this, mayBeNone: true);
        var status = await Releasing.ReleaseStatus.SeeAsync(run, releases, to.Registry, index, channels.All, token);
        Log.Information("{Tag:l} of {Commit:l}, {Forge:l}", run.Manifest.Tag, run.Manifest.Commit, to.Forge);
        foreach (var (place, state) in status.Rows)
            Log.Information("{Place:l}: {State:l}", place, state);
        Log.Information("Next: {Next:l}", status.Next);
    }

    private static void PrintPlan(IReadOnlyList<Effect> effects)
    {
        if (effects.Count == 0)
            Log.Information("Nothing is left to do");
        foreach (var effect in effects)
            Log.Information("{Mark:l} {Name:l}: {Call:l}", effect.IsIrreversible ? "cannot be undone:" : "would", effect.Name, effect.Call);
    }
}
