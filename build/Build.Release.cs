using Nuke.Common;
using Slipway.Components;
using Slipway.Workflows;

// The release: everything that can be undone comes before what cannot.
partial class Build
{
    [Parameter("Tag of the release; default: the one that started the run")]
    string? Tag { get; set; }

    [Parameter("Goes on with a release that was interrupted")]
    bool Resume { get; set; }

    [Parameter("Certificate for signing on macOS, as base64")]
    [Secret]
    readonly string AppleCertificate = null!;

    [Parameter("Password of the certificate")]
    [Secret]
    readonly string AppleCertificatePassword = null!;

    [Parameter("Key of App Store Connect for notarization")]
    [Secret]
    readonly string AppleNotaryKey = null!;

    [Parameter("OpenPGP key that signs the checksums")]
    [Secret]
    readonly string GpgKey = null!;

    [Parameter("Passphrase of the OpenPGP key")]
    [Secret]
    readonly string GpgPassphrase = null!;

    [Parameter("Address that messages for Discord go to")]
    [Secret]
    readonly string DiscordWebhook = null!;

    string[] ReleaseFiles => [RootDirectory / "artifacts" / "release" / "*"];

    [Job]
    [RunsOn(Runner.Ubuntu2404)]
    [Uses(Capability.History)]
    [Uses(Capability.ReadStatus)]
    Target Preflight => _ => _
        .Description("Release: checks that nothing will stand in its way")
        .Executes(() => NotBuiltYet(nameof(Preflight)));

    Target BuildBinaries => _ => _
        .Unlisted()
        .Description("Release: builds the programs of one target triple")
        .DependsOn(Preflight)
        .Executes(() => NotBuiltYet(nameof(BuildBinaries)));

    [OnlyOn(RunnerSystem.MacOs)]
    Target SignForMacOs => _ => _
        .Unlisted()
        .Description("Release: signs and notarizes the programs for macOS")
        .DependsOn(BuildBinaries)
        .OnlyWhenStatic(() => OperatingSystem.IsMacOS())
        // What is skipped elsewhere is still needed.
        .WhenSkipped(DependencyBehavior.Execute)
        .Requires(() => AppleCertificate)
        .Requires(() => AppleCertificatePassword)
        .Requires(() => AppleNotaryKey)
        .Executes(() => NotBuiltYet(nameof(SignForMacOs)));

    // Linux programs on the oldest image in service, whose C library they need at least.
    [Job(Environment = "signing", TimeoutMinutes = 60)]
    [RunsOn(Runner.Ubuntu2404, RustTarget = "x86_64-unknown-linux-gnu")]
    [RunsOn(Runner.Ubuntu2404Arm, RustTarget = "aarch64-unknown-linux-gnu")]
    [RunsOn(Runner.MacOs15Intel, RustTarget = "x86_64-apple-darwin")]
    [RunsOn(Runner.MacOs15, RustTarget = "aarch64-apple-darwin")]
    Target Package => _ => _
        .Description("Release: packs the programs of one target triple")
        .DependsOn(Preflight, BuildBinaries, SignForMacOs)
        .Produces(ReleaseFiles)
        .Executes(() => NotBuiltYet(nameof(Package)));

    Target Sign => _ => _
        .Description("Release: signs the checksums")
        .DependsOn(Checksum)
        .Requires(() => GpgKey)
        .Requires(() => GpgPassphrase)
        .Executes(() => NotBuiltYet(nameof(Sign)));

    Target Checksum => _ => _
        .Description("Release: writes the checksums of all packages")
        .DependsOn(Package, Sbom)
        .Consumes(Package)
        .Executes(() => NotBuiltYet(nameof(Checksum)));

    Target Sbom => _ => _
        .Description("Release: writes the list of all crates inside")
        .DependsOn(Package)
        .Executes(() => NotBuiltYet(nameof(Sbom)));

    Target Draft => _ => _
        .Description("Release: uploads everything to a draft on GitHub")
        .DependsOn(Sign)
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
