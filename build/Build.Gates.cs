using Nuke.Common;
using Slipway.Components;
using Slipway.Workflows;

// Stage 4: what a change does to the program that ships, measured against the commit that it comes from.
partial class Build : IBinarySize, IBenchmark
{
    [Job]
    [RunsOn(Runner.Ubuntu2404)]
    [Uses(Capability.History)]
    Target Gates => _ => _
        .Description("Stage 4: size of the program, benchmarks")
        .DependsOn(Test)
        .DependsOn<IBinarySize>()
        .DependsOn<IBenchmark>()
        .Produces([.. ((IHazGates)this).GateReports, ((IBenchmark)this).BenchmarkReport])
        .Executes(() => ((IHazGates)this).RequireGates(nameof(IBinarySize.BinarySize)));
}
