using Nuke.Common;
using Slipway.Components;
using Slipway.Workflows;

// Stage 4: what a change does to the tests' reach and to the program that ships, measured against the commit that it comes from.
partial class Build : IBinarySize, IBenchmark, ICoverage
{
    // Its own compilation is worth nothing when the stages before have failed.
    Target ICoverage.Coverage => _ => _
        .Inherit<ICoverage>()
        .After(Checks, Test);

    [Job]
    [RunsOn(Runner.Ubuntu2404)]
    [Uses(Capability.History)]
    Target Gates => _ => _
        .Description("Stage 4: coverage, benchmarks, size of the program")
        .DependsOn(Test)
        .DependsOn<IBinarySize>()
        .DependsOn<IBenchmark>()
        .DependsOn<ICoverage>()
        .Produces([.. ((IHazGates)this).GateReports, ((IBenchmark)this).BenchmarkReport])
        .Produces(((ICoverage)this).CoverageReports)
        .Executes(() => ((IHazGates)this).RequireGates(
            nameof(IBinarySize.BinarySize),
            nameof(IBenchmark.Benchmark),
            nameof(ICoverage.Coverage)));
}
