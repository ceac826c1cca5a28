using System.Globalization;
using Nuke.Common;
using Nuke.Common.IO;
using Serilog;
using Slipway.Health;
using Slipway.History;

namespace Slipway.Components;

/// <summary>Brings <c>Metrics</c>: how healthy the pipeline is, from what its history knows.</summary>
public interface IMetrics : IHazHistory
{
    private const int UsualDays = 30;
    private const int MostDays = 366;

    [Parameter("Days that figures of health are about; default: 30")]
    int WindowDays => TryGetValue<int?>(() => WindowDays) ?? UsualDays;

    [Parameter("Fails when a figure of health misses its target")]
    bool Enforce => TryGetValue<bool?>(() => Enforce) ?? false;

    /// <summary>What the figures are held to.</summary>
    HealthTargets HealthTargets => HealthTargets.Default;

    /// <summary>The branch whose runs are to pass.</summary>
    string DefaultBranch => "main";

    AbsolutePath HealthDirectory => RootDirectory / "artifacts" / "health";

    Target Metrics => _ => _
        .Description("Measures the health of the pipeline")
        .TryAfter<IImportHistory>()
        .Executes(() => this.ExplainAsync(async () =>
        {
            if (await ReadAsync(history => HealthMetrics.MeasureAsync(history, TimeProvider.System.GetUtcNow(), Window, DefaultBranch, HealthTargets, Interruption.Token)) is not { } report)
                return;
            var file = HealthDirectory / "metrics.json";
            await AtomicFile.WriteTextAsync(file, report.ToJson(), Interruption.Token);
            Log.Information("The {Days} days to {To:l}, {Source:l}, branch {Branch:l}", WindowDays, report.To.ToString("u", CultureInfo.InvariantCulture), report.Source ?? "runs of this machine", report.Branch);
            await Console.Out.WriteAsync(PipelineLog.Harmless(HealthText.Write(report)));
            if (!report.Future.IsNone)
            {
                Log.Warning(
                    "{Runs} runs, {Deployments} deployments and {Tests} outcomes of tests are of the future, and are left out: the clock of the machine that made them was wrong",
                    report.Future.Runs, report.Future.Deployments, report.Future.Tests);
            }

            // Nothing missed is no health.
            Assert.True(!Enforce || report.Runs > 0, $"nothing is known of the last {WindowDays.ToString(CultureInfo.InvariantCulture)} days, so that no target can be met");
            var missed = report.Missed.Select(x => x.Name).ToList();
            if (missed.Count > 0)
                Log.Warning("Not as it should be: {Figures:l}", string.Join(", ", missed));
            Assert.True(!Enforce || missed.Count == 0, $"not as it should be: {string.Join(", ", missed)}");
        }));

    internal sealed TimeSpan Window => DaysOf("--window-days", WindowDays, MostDays);

    /// <exception cref="SlipwayException">It is no time that a history can know.</exception>
    internal static TimeSpan DaysOf(string option, int days, int most) => days >= 1 && days <= most
        ? TimeSpan.FromDays(days)
        : throw new SlipwayException(
            ErrorKind.Configuration,
            string.Create(CultureInfo.InvariantCulture, $"{option} is {days}."),
            string.Create(CultureInfo.InvariantCulture, $"It must be from 1 to {most}; a history is kept that long."));

    // Health never breaks a build that does not ask for it.
    internal sealed async Task<T?> ReadAsync<T>(Func<HistoryDatabase, Task<T>> read)
        where T : class
    {
        _ = Window;
        try
        {
            if (!File.Exists(HistoryFile))
                throw new SlipwayException(ErrorKind.Configuration, "There is no history yet.", "Run the pipeline once, and measure then.", new SourceLocation(HistoryFile));
            await using var history = await OpenHistoryAsync();
            return await read(history);
        }
        catch (SlipwayException exception) when (!Enforce)
        {
            Log.Warning("The health is not known: {Problem:l}", PipelineLog.Harmless(exception.Explain()));
            return null;
        }
    }
}
