using Nuke.Common;
using Slipway.Components;
using Slipway.Workflows;

namespace WorkflowBuilds;

/// <summary>A component that knows its own job.</summary>
interface IDeploy : INukeBuild
{
    [Job(Environment = "staging")]
    [RunsOn(Runner.MacOs15)]
    Target Deploy => _ => _
        .Executes(() => { });

    [Job]
    [RunsOn(Runner.Windows2025)]
    Target Smoke => _ => _
        .DependsOn(Deploy)
        .Executes(() => { });
}

[Workflow("deploy", nameof(IDeploy.Smoke), PushBranches = ["main"])]
class OverridingBuild : NukeBuild, IDeploy, IGenerateWorkflows
{
    public static int Start() => Execute<OverridingBuild>();

    // The class says where; the component's environment stays.
    [RunsOn(Runner.Ubuntu2604)]
    Target IDeploy.Deploy => _ => _
        .Inherit<IDeploy>(x => x.Deploy);
}
