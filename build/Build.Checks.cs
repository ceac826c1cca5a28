using Nuke.Common;
using Slipway.Components;
using Slipway.Workflows;

// Stage 1: what can be said without building the program. All checks report before the stage fails.
partial class Build : IToolchain, ILint, IFormat, IAudit, IScanSecrets
{
    [Job]
    [RunsOn(Runner.Ubuntu2404)]
    [Uses(Capability.History)]
    Target Checks => _ => _
        .Description("Stage 1: lint, format, audit and secrets")
        .DependsOn<ILint>()
        .DependsOn<IFormat>()
        .DependsOn<IAudit>()
        .DependsOn<IScanSecrets>()
        .Produces(((IHazGates)this).GateReports)
        .Executes(() => ((IHazGates)this).RequireGates(
            nameof(ILint.Lint),
            nameof(IFormat.Format),
            nameof(IAudit.Audit),
            nameof(IScanSecrets.ScanSecrets)));
}
