using Nuke.Common;
using Slipway.Components;
using Slipway.Workflows;

// Stage 1: what can be said without building the program. All checks report before the stage fails.
partial class Build : IToolchain, ILint, IFormat, IAnalyze, IAudit, IScanSecrets
{
    [Job]
    [RunsOn(Runner.Ubuntu2404)]
    [Uses(Capability.History)]
    Target Checks => _ => _
        .Description("Stage 1: lint, format, analysis, audit and secrets")
        .DependsOn<ILint>()
        .DependsOn<IFormat>()
        .DependsOn<IAnalyze>()
        .DependsOn<IAudit>()
        .DependsOn<IScanSecrets>()
        .Produces(((IHazGates)this).GateReports)
        .Executes(() => ((IHazGates)this).RequireGates(
            nameof(ILint.Lint),
            nameof(IFormat.Format),
            nameof(IAnalyze.Analyze),
            nameof(IAudit.Audit),
            nameof(IScanSecrets.ScanSecrets)));
}
