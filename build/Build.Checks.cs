using Nuke.Common;
using Slipway.Components;
using Slipway.Workflows;

// Stage 1: what can be said without building the program. All checks report before the stage fails.
partial class Build : IToolchain, ILint, IFormat
{
    [Job]
    [RunsOn(Runner.Ubuntu2404)]
    Target Checks => _ => _
        .Description("Stage 1: lint and format")
        .DependsOn<ILint>()
        .DependsOn<IFormat>()
        .Produces(((IHazGates)this).GateReports)
        .Executes(() => ((IHazGates)this).RequireGates(nameof(ILint.Lint), nameof(IFormat.Format)));
}
