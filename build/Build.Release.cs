using Nuke.Common;
using Slipway.Components;
using Slipway.Workflows;

// The release: everything that can be undone comes before what cannot.
partial class Build : IPreflight, IPackage, ISignForMacOs, ISbom, ISign
{
    [Parameter("Goes on with a release that was interrupted")]
    bool Resume { get; set; }

    [Parameter("Address that messages for Discord go to")]
    [Secret]
    readonly string DiscordWebhook = null!;

    [Job]
    [RunsOn(Runner.Ubuntu2404)]
    [Uses(Capability.History)]
    [Uses(Capability.ReadStatus)]
    Target IPreflight.Preflight => _ => _
        .Inherit<IPreflight>();

    [OnlyOn(RunnerSystem.MacOs)]
    Target ISignForMacOs.SignForMacOs => _ => _
        .Inherit<ISignForMacOs>();

    // Linux programs on the oldest image in service, whose C library they need at least.
    [Job(Environment = "signing", TimeoutMinutes = 60)]
    [RunsOn(Runner.Ubuntu2404, RustTarget = "x86_64-unknown-linux-gnu")]
    [RunsOn(Runner.Ubuntu2404Arm, RustTarget = "aarch64-unknown-linux-gnu")]
    [RunsOn(Runner.MacOs15Intel, RustTarget = "x86_64-apple-darwin")]
    [RunsOn(Runner.MacOs15, RustTarget = "aarch64-apple-darwin")]
    Target IPackage.Package => _ => _
        .Inherit<IPackage>(x => x.Package);

    Target Draft => _ => _
        .Description("Release: uploads everything to a draft on GitHub")
        .DependsOn<ISign>(x => x.Sign)
        .Executes(() => NotBuiltYet(nameof(Draft)));

    Target PublishCrates => _ => _
        .Description("Release: publishes the crates; cannot be undone")
        .DependsOn(Draft)
        .Executes(() => NotBuiltYet(nameof(PublishCrates)));

    [Job("release", Environment = "release", TimeoutMinutes = 60)]
    [RunsOn(Runner.Ubuntu2404)]
    [Uses(Capability.GitHubRelease)]
    [Uses(Capability.Provenance)]
    [Uses(Capability.TrustedPublishing)]
    Target GoLive => _ => _
        .Description("Release: makes the draft public; cannot be undone")
        .DependsOn(PublishCrates)
        .Executes(() => NotBuiltYet(nameof(GoLive)));

    [Job(Environment = "announcements")]
    [RunsOn(Runner.Ubuntu2404)]
    Target Announce => _ => _
        .Description("Release: tells the world")
        .DependsOn(GoLive)
        .Requires(() => DiscordWebhook)
        .Executes(() => NotBuiltYet(nameof(Announce)));

    Target Release => _ => _
        .Description("The whole release")
        .DependsOn(GoLive, Announce);

    static void NotBuiltYet(string target) =>
        Assert.Fail($"{target} is not built yet: this version of Slipway has the workflow, and not what it runs");
}
