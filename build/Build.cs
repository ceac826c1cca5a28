using Nuke.Common;
using Slipway.Components;

/// <summary>The pipeline of this repository: the stages that a change to the crate goes through.</summary>
partial class Build : NukeBuild, IReport
{
    public static int Main() => Execute<Build>(x => x.Ci);

    Target Ci => _ => _
        .Description("All stages: checks, release build, tests, report")
        .DependsOn(Checks, Test)
        .DependsOn<ICompileRelease>()
        .DependsOn<IReport>();

    Target IReport.Report => _ => _
        .Inherit<IReport>()
        .After(Test)
        .Consumes(Checks, Test);

    // What benchmarks/Startup measures.
    Target Noop => _ => _
        .Unlisted()
        .Executes(() => { });
}
