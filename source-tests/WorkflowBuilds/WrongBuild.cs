using Nuke.Common;
using Slipway.Components;
using Slipway.Workflows;

namespace WorkflowBuilds;

/// <summary>Several mistakes at once.</summary>
[Workflow("ci", nameof(Test), "Tset", PushBranches = ["main"], PullRequests = true)]
class WrongBuild : NukeBuild, IGenerateWorkflows, IVerifyWorkflows
{
    public static int Start() => Execute<WrongBuild>(x => x.Test);

    [Parameter]
    [Secret]
    readonly string ApiKey = null!;

    [RunsOn(Runner.Ubuntu2404)]
    Target Lint => _ => _
        .Executes(() => { });

    [Job]
    [RunsOn(Runner.Ubuntu2404, RustTarget = "aarch64-apple-darwin")]
    Target Test => _ => _
        .DependsOn(Lint)
        .Requires(() => ApiKey)
        .Executes(() => { });
}
