using Nuke.Common;
using Slipway.Components;
using Slipway.Workflows;

// The release: everything that can be undone comes before what cannot.
partial class Build : IPreflight, IPackage, ISignForMacOs, ISbom, IRehearse
{
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

    [Job("release", Environment = "release", TimeoutMinutes = 60)]
    [RunsOn(Runner.Ubuntu2404)]
    [Uses(Capability.GitHubRelease)]
    [Uses(Capability.Provenance)]
    [Uses(Capability.TrustedPublishing)]
    Target IRelease.GoLive => _ => _
        .Inherit<IRelease>(x => x.GoLive);

    [Job(Environment = "announcements")]
    [RunsOn(Runner.Ubuntu2404)]
    [Uses(Capability.GitHubRelease)]
    Target IRelease.Announce => _ => _
        .Inherit<IRelease>(x => x.Announce);

    Target Release => _ => _
        .Description("The whole release")
        .DependsOn<IRelease>(x => x.GoLive, x => x.Announce)
        .DependsOn<IRehearse>(x => x.Rehearse);
}
