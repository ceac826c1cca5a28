using Nuke.Common;
using Slipway.Components;
using Slipway.Workflows;

// Stage 4: what a change does to the program that ships, measured against the commit that it comes from.
partial class Build : IBinarySize, ICoverage
{
    // Its own compilation is worth nothing when the stages before have failed.
    Target ICoverage.Coverage => _ => _
        .Inherit<ICoverage>()
        .After(Checks, Test);

    [Job]
    [RunsOn(Runner.Ubuntu2404)]
    [Uses(Capability.History)]
    Target Gates => _ => _
        .Description("Stage 4: coverage, size of the program")
        .DependsOn(Test)
        .DependsOn<IBinarySize>()
        .DependsOn<ICoverage>()
        .Produces(((IHazGates)this).GateReports)
        .Produces(((ICoverage)this).CoverageReports)
        .Executes(() => ((IHazGates)this).RequireGates(nameof(IBinarySize.BinarySize), nameof(ICoverage.Coverage)));
}
