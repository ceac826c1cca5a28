using Nuke.Common;
using Nuke.Common.CI.GitHubActions;
using Nuke.Common.IO;
using Serilog;
using Slipway.Gates;
using Slipway.Reporting;

namespace Slipway.Components;

/// <summary>
/// Brings <c>Report</c>: says where the reports are, and shows them on GitHub; also after a failure. Run alone, it shows
/// what other jobs of the workflow have handed over.
/// </summary>
public interface IReport : IHazGates
{
    /// <summary>How the jobs ended that the job of the report waits for: those that could not report are shown, too.</summary>
    [Parameter("How the jobs before this one ended: GitHub's needs context as JSON")]
    string JobResults => TryGetValue(() => JobResults) ?? "";

    /// <summary>Minutes of single stages; none is what the build class says.</summary>
    [Parameter("Minutes that a stage may take before the report warns, such as checks=3 or total=20; default: checks=2 compile=5 test=3 gates=2 total=15")]
    string[] StageMinutes => TryGetValue(() => StageMinutes) ?? [];

    /// <summary>How long the stages may take before the report warns; to be slow is no failure.</summary>
    StageBudgets StageBudgets => StageBudgets.Default;

    Target Report => _ => _
        .Description("Shows what the gates say; also after a failure")
        .AssuredAfterFailure()
        .Produces(
            ReportDirectory / "gates.json",
            ReportDirectory / "index.html",
            ReportDirectory / "junit.xml",
            ReportDirectory / "summary.md")
        .TryAfter<IHazTests>()
        .TryAfter<IUnitTest>()
        .TryAfter<IIntegrationTest>()
        .TryAfter<ISafetyTest>()
        .TryAfter<IEndToEndTest>()
        .TryAfter<IBinarySize>()
        .TryAfter<IBenchmark>()
        .Executes(() => this.ExplainAsync(async () =>
        {
            var reports = PipelineState.Of(this).Reports(this);
            var jobs = string.IsNullOrWhiteSpace(JobResults) ? null : NeedsContext.Parse(JobResults, "JOB_RESULTS");
            await RecordBudgetAsync(reports);
            await WriteFlakyAsync(reports);
            var gates = await reports.PublishAsync(
                jobs == null ? null : x => JobGate.Judge(jobs, x.Gates, AllowedSkips),
                CancellationToken.None);
            ReportSummary(_ =>
            {
                _["Gates"] = string.Join(", ", gates.Gates.Where(x => x.Stage != GateStage.Run).GroupBy(x => x.Verdict).OrderBy(x => x.Key).Select(x => $"{x.Count()} {Word(x.Key)}"));
                return _;
            });
            if (gates.Gates.Count == 0 && jobs == null)
                return;
            foreach (var job in gates.Failed.Where(x => x.Stage == GateStage.Jobs))
                Log.Warning("{Problem:l}", PipelineLog.Harmless(job.Findings[0].Message));
            foreach (var row in GateRows.Of(gates, PipelineLog.Width))
                Log.Information("{Verdict:l} {Gate:l}", row.Verdict, PipelineLog.Harmless(row.Text));
            Log.Information("Reports: {Folder:l}", RootDirectory.GetUnixRelativePathTo(ReportDirectory).ToString());
            if (Host is not GitHubActions github)
                return;
            if (github.StepSummaryFile is { } file)
                await StepSummary.AppendAsync(file, await File.ReadAllTextAsync(reports.Summary, CancellationToken.None), CancellationToken.None);
            await ReportComment.ShowAsync(github, gates, await reports.ReadBenchmarksAsync(CancellationToken.None));
        }));

    // In one process by the clock; what other jobs have handed over by what they say they took.
    private async Task RecordBudgetAsync(ReportFolder reports)
    {
        var gates = (await reports.ReadGatesAsync()).Gates;
        // Times alone are no run.
        if (gates.Count == 0)
            return;
        var times = PipelineState.Of(this).Times;
        var stages = times.IsEmpty ? StageTimes.Of(gates) : StageTimes.Of(times);
        var budget = BudgetGate.Judge(stages, StageBudgets, StageMinutes);
        if (budget.Verdict == GateVerdict.Skip)
            return;
        Record(budget);
        Log.Information("Time: {Figures:l}", string.Join(", ", budget.Figures.Select(x => $"{x.Name} {x}")));
        foreach (var finding in budget.Findings)
            Log.Warning("{Problem:l}", PipelineLog.Harmless($"{finding.Message}\n{finding.Help}"));
    }

    // Suites that were taken from the record have not looked at what others came to.
    private async Task WriteFlakyAsync(ReportFolder reports)
    {
        if (this is IHazTestRules rules && !PipelineState.Of(this).Suites.IsEmpty)
            await reports.WriteAsync(await PipelineState.Of(this).FlakyRatesAsync(this, rules.FlakyDays));
    }

    private static string Word(GateVerdict verdict) => verdict switch
    {
        GateVerdict.Pass => "passed",
        GateVerdict.Fail => "failed",
        _ => "skipped",
    };
}
