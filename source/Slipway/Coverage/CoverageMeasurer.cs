using System.Diagnostics;
using Slipway.Base;

namespace Slipway.Coverage;

/// <summary>Measures a change and its base side by side.</summary>
/// <param name="folder">Where the builds of both are kept.</param>
/// <param name="measurements">What earlier runs have measured of bases.</param>
/// <param name="log">Is told why something stored is not used.</param>
public sealed class CoverageMeasurer(ICoverageTool tool, string folder, IMeasurements measurements, Action<string>? log = null)
{
    /// <param name="commit">The base, or why there is none.</param>
    public async Task<CoverageFacts> MeasureAsync(CoverageRequest request, Found<BaseCommit> commit, CancellationToken cancellationToken = default)
    {
        var started = Stopwatch.GetTimestamp();
        using var turn = new SemaphoreSlim(1);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        request = request with { Turn = turn };
        var own = tool.MeasureAsync(request, stop.Token);
        var before = commit.Value is { } found
            // Of the base, only what fails is worth a line.
            ? new BaseCoverage(tool, folder, measurements, log).MeasureAsync(found, request with { Sink = null, TestSink = null }, stop.Token)
            : Task.FromResult(new Found<BaseTallies>(null, null));
        // When the change cannot be measured, nobody waits for its base.
        if (await Task.WhenAny(own, before) is { IsCompletedSuccessfully: false })
            await stop.CancelAsync();
        await Task.WhenAll(own, before).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        // The one that failed says why; the other was only cancelled.
        if (before.IsFaulted && !own.IsFaulted)
            await before;
        return await FactsAsync(await own, await before);

        async Task<CoverageFacts> FactsAsync(CoverageData data, Found<BaseTallies> tallies)
        {
            var root = request.Workspace.RootFolder;
            var changes = commit.Value is { } since ? await ChangedLines.SinceAsync(since, root, cancellationToken: cancellationToken) : null;
            return new CoverageFacts(data, root, Stopwatch.GetElapsedTime(started))
            {
                Patch = changes is null ? null : PatchCoverage.Of(data, changes, root),
                Base = tallies.Value,
                WhyNoBase = commit.Reason,
                WhyNoTallies = tallies.Reason,
            };
        }
    }
}
