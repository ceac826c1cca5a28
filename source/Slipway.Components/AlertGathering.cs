using System.Collections.Immutable;
using Serilog;
using Slipway.Alerts;
using Slipway.Alerts.Issues;
using Slipway.Gates;
using Slipway.Reporting;

namespace Slipway.Components;

/// <summary>What the run that alerts are told of has to say.</summary>
internal sealed record AlertGathering(AlertedRun Run, AlertReport Report)
{
    /// <param name="issues">What is asked for the jobs of another run; null asks nobody.</param>
    /// <param name="channels">Those that are set up.</param>
    /// <returns>Null when nobody waits for the run.</returns>
    public static async Task<AlertGathering?> GatherAsync(IAlert build, GitHubIssues? issues, IReadOnlyCollection<AlertChannel> channels)
    {
        var desk = (build.RootDirectory.Name, build.InvokedTargets.Count > 0 ? build.InvokedTargets.First().Name : "the pipeline");
        var tag = (build as IHazRelease)?.Tag;
        var run = AlertedRun.Of(Environment.GetEnvironmentVariable, await GitHubEvent.ReadAsync(), tag, desk, build.FailedTargets.Select(x => x.Name), TimeProvider.System.GetUtcNow());
        if (build.IsServerBuild && run.Kind == AlertedRunKind.None)
            return null;
        if (run is { Kind: AlertedRunKind.Branch, Conclusion: not "success" } && issues is not null)
            run = run with { Facts = run.Facts with { Failed = await FailedJobsAsync(issues, run.Facts.Id) } };
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

    // That the branch is red is told also when nobody can say which job failed.
    private static async Task<ImmutableArray<string>> FailedJobsAsync(GitHubIssues issues, string run)
    {
        try
        {
            return [.. await issues.FailedJobsAsync(run, Interruption.Token)];
        }
        catch (SlipwayException exception)
        {
            Log.Warning("Which jobs failed is not known: {Problem:l}", PipelineLog.Harmless(exception.Explain()));
            return [];
        }
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
