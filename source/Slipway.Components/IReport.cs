using Nuke.Common;
using Nuke.Common.CI.GitHubActions;
using Nuke.Common.IO;
using Serilog;
using Slipway.Gates;
using Slipway.Reporting;

namespace Slipway.Components;

/// <summary>Brings <c>Report</c>: says where the reports are, and shows them on GitHub; also after a failure.</summary>
public interface IReport : IHazGates
{
    Target Report => _ => _
        .Description("Shows what the gates say; also after a failure")
        .AssuredAfterFailure()
        .TryAfter<IHazTests>()
        .TryAfter<IUnitTest>()
        .TryAfter<IIntegrationTest>()
        .TryAfter<ISafetyTest>()
        .TryAfter<IEndToEndTest>()
        .TryAfter<IBinarySize>()
        .Executes(async () =>
        {
            var reports = PipelineState.Of(this).Reports(ReportDirectory);
            var gates = await reports.ReadGatesAsync(CancellationToken.None);
            ReportSummary(_ =>
            {
                _["Gates"] = string.Join(", ", gates.Gates.GroupBy(x => x.Verdict).OrderBy(x => x.Key).Select(x => $"{x.Count()} {Word(x.Key)}"));
                return _;
            });
            if (gates.Gates.Count == 0)
                return;
            Log.Information("Reports: {Folder:l}", RootDirectory.GetUnixRelativePathTo(ReportDirectory).ToString());
            if (Host is GitHubActions { StepSummaryFile: { } file })
                await StepSummary.AppendAsync(file, await File.ReadAllTextAsync(reports.Summary, CancellationToken.None), CancellationToken.None);
        });

    private static string Word(GateVerdict verdict) => verdict switch
    {
        GateVerdict.Pass => "passed",
        GateVerdict.Fail => "failed",
        _ => "skipped",
    };
}
