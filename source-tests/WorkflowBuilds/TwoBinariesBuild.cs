using Nuke.Common;
using Nuke.Common.IO;
using Slipway.Components;
using Slipway.Workflows;

namespace WorkflowBuilds;

/// <summary>A workspace with two binaries, on Linux only, without a release.</summary>
[Workflow("ci", nameof(Ci), PushBranches = ["main"], PullRequests = true, CancelSuperseded = true, IgnoredPaths = ["docs/**"])]
[Workflow("preview", nameof(Upload), Dispatch = true, Inputs = [nameof(Channel), nameof(Quick)])]
[Dependabot(NuGet = 0)]
class TwoBinariesBuild : NukeBuild, IToolchain, ILint, IFormat, ICompileRelease, IUnitTest, IGenerateWorkflows, IVerifyWorkflows, ISyncPins, IListWorkflows
{
    public static int Start() => Execute<TwoBinariesBuild>(x => x.Ci);

    [Parameter("Where the preview goes")]
    Channel Channel { get; set; }

    [Parameter]
    bool Quick { get; set; }

    [Parameter("Password of the preview server")]
    [Secret]
    readonly string PreviewPassword = null!;

    AbsolutePath IHazWorkflows.ActionPinsFile => RootDirectory / "ActionPins.cs";

    [Job]
    Target Checks => _ => _
        .DependsOn<ILint>()
        .DependsOn<IFormat>();

    [Job]
    [RunsOn(Runner.Ubuntu2404, RustTarget = "x86_64-unknown-linux-musl")]
    [RunsOn(Runner.Ubuntu2404Arm, RustTarget = "aarch64-unknown-linux-musl")]
    Target Binaries => _ => _
        .DependsOn(Checks)
        .DependsOn<ICompileRelease>()
        .DependsOn<IUnitTest>()
        .Produces(RootDirectory / "target" / "*" / "release" / "alpha", RootDirectory / "target" / "*" / "release" / "beta")
        .Executes(() => { });

    [Job(TimeoutMinutes = 10)]
    [Uses(Capability.History)]
    Target Size => _ => _
        .DependsOn(Binaries)
        .Consumes(Binaries)
        .Executes(() => { });

    [Job(Environment = "preview")]
    Target Upload => _ => _
        .DependsOn(Binaries)
        .Consumes(Binaries)
        .Requires(() => PreviewPassword)
        .Executes(() => { });

    Target Ci => _ => _
        .DependsOn(Size);
}

enum Channel
{
    Beta,
    Stable,
}
