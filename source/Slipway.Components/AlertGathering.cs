using System.Collections.Immutable;
using Slipway.Alerts;
using Slipway.Gates;
using Slipway.Reporting;

namespace Slipway.Components;

/// <summary>What the run that alerts are told of has to say.</summary>
internal sealed record AlertGathering(AlertedRun Run, AlertReport Report)
{
    /// <param name="channels">Those that are set up.</param>
    /// <returns>Null when nobody waits for the run.</returns>
    public static async Task<AlertGathering?> GatherAsync(IAlert build, IReadOnlyCollection<AlertChannel> channels)
    {
        var desk = (build.RootDirectory.Name, build.InvokedTargets.Count > 0 ? build.InvokedTargets.First().Name : "the pipeline");
        var tag = (build as IHazRelease)?.Tag;
        var run = AlertedRun.Of(Environment.GetEnvironmentVariable, await GitHubEvent.ReadAsync(), tag, desk, build.FailedTargets.Select(x => x.Name), TimeProvider.System.GetUtcNow());
        if (build.IsServerBuild && run.Kind == AlertedRunKind.None)
            return null;
        var gates = build is IHazGates judged ? (await new ReportFolder(judged.ReportDirectory).ReadGatesAsync(Interruption.Token)).Gates : [];
        var complete = ImmutableHashSet.CreateBuilder<AlertEvent>();
        var audit = GateAlerts.OfAudit(gates, run.Facts.Place, run.Facts.Page);
        if (GateAlerts.IsAudited(gates))
            complete.Add(AlertEvent.AuditFinding);
        var isAuditTold = build.AlertRoutes.ChannelsOf(AlertEvent.AuditFinding, GateStage.Checks).Overlaps(channels);
        var report = new AlertReport(
            run.Run,
            run.At,
            [.. RunAlerts.Of(run, isAuditTold ? Explained(gates) : []), .. audit, .. Budget(gates, run)],
            complete.ToImmutable());
        return new AlertGathering(run, await WithFlakyAsync(build, run, report));
    }

    // A release and a branch say nothing of the history that is kept here.
    private static async Task<AlertReport> WithFlakyAsync(IAlert build, AlertedRun run, AlertReport report)
    {
        if (build is not IHazTestRules rules || run.Kind is AlertedRunKind.Branch or AlertedRunKind.Release)
            return report;
        var flaky = await IFlakyReport.FindFlakyAsync(rules);
        return report with
        {
            Alerts = [.. report.Alerts, .. flaky.Alerts(run.Facts.Place)],
            Complete = flaky.IsKnown ? report.Complete.Add(AlertEvent.FlakyTest) : report.Complete,
            Undecided = flaky.Undecided,
        };
    }

    // As the report has judged it, which saw all of a stage's gates.
    private static ImmutableArray<Slipway.Alerts.Alert> Budget(IReadOnlyCollection<GateResult> gates, AlertedRun run) =>
        gates.FirstOrDefault(x => x.Name == BudgetGate.Name && x.Verdict != GateVerdict.Skip) is { } budget
            ? GateAlerts.OfBudget(budget, run.Facts.Place, run.Facts.Page)
            : [];

    // Jobs, or targets, in which nothing failed but the audit: its findings are told one by one.
    private static IReadOnlyCollection<string> Explained(IReadOnlyCollection<GateResult> gates) =>
    [
        .. gates.Where(x => x.Verdict == GateVerdict.Fail)
            .GroupBy(x => x.Job ?? x.Name, StringComparer.Ordinal)
            .Where(x => x.All(gate => gate.Name == AuditGate.Name && gate.Figures.Count > 0))
            .Select(x => x.Key),
    ];
}
