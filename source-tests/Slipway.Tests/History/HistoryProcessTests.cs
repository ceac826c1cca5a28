using System.Globalization;
using CliWrap;
using Slipway.History;

namespace Slipway.Tests.History;

/// <summary>Several processes at one history, and one that is killed.</summary>
public class HistoryProcessTests
{
    private static readonly string Output = Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory);

    private static readonly string Dummy = Path.Combine(Output, "..", "..", "Dummy", Path.GetFileName(Output), OperatingSystem.IsWindows() ? "Dummy.exe" : "Dummy");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Processes_that_begin_and_write_a_history_at_once_lose_nothing()
    {
        using var folder = new HistoryFolder();

        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => (Task)Remember(folder, 40, line => { }).ExecuteAsync(Token)));

        await using var history = await folder.OpenAsync();
        var runs = await history.ReadRunsAsync(default, Token);
        runs.Count.ShouldBe(120);
        runs.ShouldAllBe(run => run.Targets.Count == 20);
        folder.Log.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_process_that_is_killed_loses_no_run_that_it_had_written_and_leaves_none_half_written()
    {
        using var folder = new HistoryFolder();
        for (var round = 0; round < 3; round++)
        {
            var last = -1;
            using var kill = CancellationTokenSource.CreateLinkedTokenSource(Token);
            var running = Remember(folder, int.MaxValue, line =>
            {
                last = int.Parse(line, CultureInfo.InvariantCulture);
                if (last == 10 + round)
                    kill.Cancel();
            });
            // With SIGKILL.
            await Should.ThrowAsync<OperationCanceledException>(async () => await running.ExecuteAsync(kill.Token));
            Token.IsCancellationRequested.ShouldBeFalse();

            await using var history = await folder.OpenAsync();
            var runs = await history.ReadRunsAsync(default, Token);
            runs.Count.ShouldBeGreaterThan(last);
            runs.ShouldAllBe(run => run.Targets.Count == 20);
            await history.PruneAsync(HistoryRetention.Default, Token);
            (await history.ReadRunsAsync(default, Token)).ShouldBeEmpty();
            await using var connection = folder.Connect();
            connection.Value("PRAGMA integrity_check").ShouldBe("ok");
        }

        folder.Log.ShouldBeEmpty();
    }

    private static Command Remember(HistoryFolder folder, int count, Action<string> sink) => Cli.Wrap(Dummy)
        .WithArguments(["remember", folder.File, count.ToString(CultureInfo.InvariantCulture)])
        .WithStandardOutputPipe(PipeTarget.ToDelegate(sink));
}
