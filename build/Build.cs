using Nuke.Common;
using Slipway.Components;
using Slipway.Workflows;

/// <summary>The pipeline of this repository: the stages that a change to the crate goes through.</summary>
[RecordHistory]
partial class Build : NukeBuild, IReport
{
    public static int Main() => Execute<Build>(x => x.Ci);

    Target Ci => _ => _
        .Description("All stages: checks, release build, tests, gates, report")
        .DependsOn(Checks, Test, Gates)
        .DependsOn<ICompileRelease>()
        .DependsOn<IReport>();

    [Job]
    [RunsOn(Runner.Ubuntu2404)]
    [Uses(Capability.PullRequestComment)]
    Target IReport.Report => _ => _
        .Inherit<IReport>()
        .After(Checks, Test, Gates)
        .Consumes(Checks, Test, Gates);

    // Its step is GitHub's own: it has more rights than a pull request, and must not run what that has sent.
    [Job("comment")]
    [RunsOn(Runner.Ubuntu2404)]
    [Uses(Capability.ForkReport)]
    Target ForkReport => _ => _
        .Description("Shows the report of a fork's run in its pull request, on GitHub only");

    // What benchmarks/Startup measures.
    Target Noop => _ => _
        .Unlisted()
        .Executes(() => { });
}
