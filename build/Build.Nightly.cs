using Nuke.Common;
using Slipway.Components;
using Slipway.Secrets;
using Slipway.Workflows;

// What may break without a change: once a night.
partial class Build : IDashboard, IImportHistory, INotify, IAlert, IFlakyReport
{
    [Job("audit")]
    [RunsOn(Runner.Ubuntu2404)]
    Target NightlyAudit => _ => _
        .Description("Nightly: audits the dependencies against today's advisories")
        .DependsOn<IAudit>()
        .Produces(((IHazGates)this).GateReports)
        .Executes(() => ((IHazGates)this).RequireGates(nameof(IAudit.Audit)));

    [Job("secrets")]
    [RunsOn(Runner.Ubuntu2404)]
    [Uses(Capability.History)]
    Target ScanHistory => _ => _
        .Description("Nightly: looks for secrets in all commits")
        .Executes(() => ((IScanSecrets)this).ScanSecretsAsync(nameof(ScanHistory), SecretScopes.History));

    // Its steps are CodeQL's own.
    [Job("codeql", TimeoutMinutes = 60)]
    [RunsOn(Runner.Ubuntu2404)]
    [Uses(Capability.CodeQl)]
    Target CodeQl => _ => _
        .Description("Nightly: analyzes the program and the workflows with CodeQL, on GitHub only");

    // Where strangers' code does not run: alerts are not for everybody to see.
    [Job("analysis")]
    [RunsOn(Runner.Ubuntu2404)]
    [Uses(Capability.History)]
    [Uses(Capability.ReadAlerts)]
    Target NightlyAnalysis => _ => _
        .Description("Nightly: analyzes the code, and fails for severe alerts of CodeQL")
        .DependsOn(CodeQl)
        .DependsOn<IAnalyze>()
        .Executes(() => ((IHazGates)this).RequireGates(nameof(IAnalyze.Analyze)));

    [Job("health")]
    [RunsOn(Runner.Ubuntu2404)]
    [Uses(Capability.ReadRuns)]
    [Uses(Capability.ReadDeployments)]
    [Uses(Capability.KeepHistory)]
    [Uses(Capability.Page)]
    Target NightlyHealth => _ => _
        .Description("Nightly: measures the health of the pipeline, and shows it as a page")
        .DependsOn<IImportHistory>()
        .DependsOn<IMetrics>()
        .DependsOn<IDashboard>()
        .Produces(((IDashboard)this).DashboardPage);

    [Job("notify", Environment = "announcements", OnFailure = true)]
    [RunsOn(Runner.Ubuntu2404)]
    Target INotify.NotifyOfFailure => _ => _
        .Inherit<INotify>()
        .After<IPreflight>(x => x.Preflight)
        .After<IPackage>(x => x.Package)
        .After<IRelease>(x => x.GoLive, x => x.Announce);

    // Also after a good run: what is over is told, too.
    [Job("notify", Environment = "announcements")]
    [RunsOn(Runner.Ubuntu2404)]
    [Uses(Capability.WriteIssues)]
    [Uses(Capability.ReadRuns)]
    Target IAlert.Alert => _ => _
        .Inherit<IAlert>()
        .After(NightlyAudit, ScanHistory, CodeQl, NightlyAnalysis, NightlyHealth)
        .Consumes(NightlyAudit);

    Target Nightly => _ => _
        .Description("What may break without a change")
        .DependsOn(NightlyAudit, ScanHistory, CodeQl, NightlyAnalysis, NightlyHealth)
        .DependsOn<IAlert>(x => x.Alert);
}
