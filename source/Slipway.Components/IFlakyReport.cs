using Nuke.Common;
using Nuke.Common.IO;
using Serilog;
using Slipway.Alerts.Flaky;
using Slipway.Reporting;

namespace Slipway.Components;

/// <summary>Brings <c>FlakyReport</c>: which tests are flaky more often than they may be, and the lines that put them in quarantine.</summary>
public interface IFlakyReport : IHazTestRules
{
    AbsolutePath FlakyFile => RootDirectory / "artifacts" / "health" / "flaky.md";

    Target FlakyReport => _ => _
        .Description("Names flaky tests, with the lines that put them in quarantine")
        .TryAfter<IReport>()
        .Executes(() => this.ExplainAsync(async () =>
        {
            var tests = await FindFlakyAsync(this);
            await AtomicFile.WriteTextAsync(FlakyFile, tests.ToMarkdown(), Interruption.Token);
            foreach (var test in tests.Tests)
                Log.Warning("{Test:l}: it {Rate:l}\n{Line:l}", PipelineLog.Harmless(test.Name), test.Rate.ToString(), PipelineLog.Harmless(test.Quarantine));
            if (tests.Tests.IsEmpty)
                Log.Information("{Summary:l}", tests.Summary);
            Log.Information("Flaky tests: {File:l}", RootDirectory.GetUnixRelativePathTo(FlakyFile).ToString());
        }));

    /// <summary>What the history knows of flaky tests.</summary>
    internal static async Task<FlakyTests> FindFlakyAsync(IHazTestRules build) => FlakyTests.Find(
        await PipelineState.Of(build).FlakyRatesAsync(build, build.FlakyDays),
        build.TestRulesOf("", []).FlakyRate,
        build.QuarantinedTests,
        await new ReportFolder(build.ReportDirectory).ReadTestsAsync(Interruption.Token),
        DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime));
}
