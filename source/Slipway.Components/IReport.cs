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
        .Executes(() => this.ExplainAsync(async () =>
        {
            var reports = PipelineState.Of(this).Reports(this);
            var jobs = string.IsNullOrWhiteSpace(JobResults) ? null : NeedsContext.Parse(JobResults, "JOB_RESULTS");
            var gates = await reports.PublishAsync(
                jobs == null ? null : x => JobGate.Judge(jobs, x.Gates, AllowedSkips),
                CancellationToken.None);
            ReportSummary(_ =>
            {
                _["Gates"] = string.Join(", ", gates.Gates.GroupBy(x => x.Verdict).OrderBy(x => x.Key).Select(x => $"{x.Count()} {Word(x.Key)}"));
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
            await ReportComment.ShowAsync(github, gates);
        }));

    private static string Word(GateVerdict verdict) => verdict switch
    {
        GateVerdict.Pass => "passed",
        GateVerdict.Fail => "failed",
        _ => "skipped",
    };
}
