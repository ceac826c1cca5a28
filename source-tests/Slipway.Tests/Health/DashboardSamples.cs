using Slipway.Cargo.Testing;
using Slipway.Health;
using Slipway.Health.Page;
using Slipway.History;
using Slipway.Tests.History;

namespace Slipway.Tests.Health;

/// <summary>What a dashboard may show.</summary>
internal static class DashboardSamples
{
    public static readonly DateTimeOffset Now = HistoryFolder.Now;

    /// <summary>Of a history that was imported, in which everything occurs.</summary>
    public static Task<DashboardContent> ImportedAsync(int days, CancellationToken cancellationToken) => OfAsync(
        days,
        async history => await MadeHistory.Of(11, Now, 2 * days).SaveAsync(history, cancellationToken),
        cancellationToken);

    /// <summary>Of runs of this machine, with stages and what gates measured.</summary>
    /// <param name="name">Of a test, a target and a figure.</param>
    public static Task<DashboardContent> OwnAsync(string name, CancellationToken cancellationToken) => OfAsync(
        30,
        async history =>
        {
            for (var run = 0; run < 40; run++)
            {
                var second = TimeSpan.FromSeconds(1 + run % 7);
                await history.AppendAsync(
                    new RunRecord(
                        Now.AddHours(-17 * run), 20 * second, "c1", "main", run % 9 == 4 ? "fail" : run % 11 == 7 ? "interrupted" : "pass", "desk",
                        [new("Lint", "checks", "succeeded", second), new(name, "test", run % 9 == 4 ? "failed" : "succeeded", 3 * second)])
                    {
                        Figures = [new("BinarySize", "caro", "MB", 2.5 - run * 0.004), new("Coverage", name, "%", 91 + run % 5)],
                    },
                    cancellationToken);
            }

            await history.AppendAsync(
                [.. Enumerable.Range(0, 60).Select(run => new TestOutcomeRecord("unit", "caro", "lib", name, "tree", "rustc 1.95.0", "linux-x64", 1, run % 12 == 5 ? TestOutcome.Failed : TestOutcome.Passed, null, Now.AddHours(-11 * run)))],
                cancellationToken);
        },
        cancellationToken);

    public static Task<DashboardContent> NothingAsync(CancellationToken cancellationToken) => OfAsync(30, _ => Task.CompletedTask, cancellationToken);

    private static async Task<DashboardContent> OfAsync(int days, Func<HistoryDatabase, Task> fill, CancellationToken cancellationToken)
    {
        using var folder = new HistoryFolder();
        await using var history = await folder.OpenAsync();
        await fill(history);
        return await DashboardContent.ReadAsync(history, Now, TimeSpan.FromDays(days), "main", HealthTargets.Default, ["BinarySize", "Coverage"], cancellationToken);
    }
}
