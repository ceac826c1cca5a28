namespace Slipway.Cargo.Testing;

/// <summary>
/// Runs tests again that failed, each in a process of its own. Who reached the time limit is not run again; who did not
/// report because another reached it is, once, so that the other is known.
/// </summary>
internal sealed class TestRetries(TestProgramRunner runner, TestRunOptions options)
{
    /// <summary>More than this many failures are no flakiness, and would take long to run again.</summary>
    public const int MostFailures = 100;

    // Each of them takes as long as the limit says.
    private const int MostTimeOuts = 3;

    public async Task<TestGroup> RunAsync(PlannedTests program, TestGroup first, CancellationToken cancellationToken)
    {
        if (program.Harness == TestHarness.Custom)
            return await RunCustomAsync(program.Binary, first, cancellationToken);
        var runs = first.Cases.Select(test => new List<TestCase> { test }).ToList();
        if (first.TimedOut || options.Attempts > 1)
            await RunLostAsync(program.Binary, [.. runs.Where(test => test[0].Outcome == TestOutcome.Lost)], cancellationToken);
        foreach (var test in runs)
            await RunFailedAsync(program.Binary, test, cancellationToken);
        return RetriedGroup.Of(first, runs);
    }

    private async Task RunLostAsync(TestBinary binary, IReadOnlyList<List<TestCase>> lost, CancellationToken cancellationToken)
    {
        var timeOuts = 0;
        await Parallel.ForEachAsync(
            lost,
            new ParallelOptions { MaxDegreeOfParallelism = Math.Max(1, options.Parallelism), CancellationToken = cancellationToken },
            async (test, token) =>
            {
                if (Volatile.Read(ref timeOuts) >= MostTimeOuts)
                    Explain(test, $"it was not run again, because {MostTimeOuts} tests had reached the time limit alone");
                else if (await RunAloneAsync(binary, test, token) is { Outcome: TestOutcome.TimedOut })
                    Interlocked.Increment(ref timeOuts);
            });
    }

    private async Task RunFailedAsync(TestBinary binary, List<TestCase> test, CancellationToken cancellationToken)
    {
        while (test[^1].Outcome == TestOutcome.Failed && test.Count < options.Attempts)
        {
            if (await RunAloneAsync(binary, test, cancellationToken) is null)
                return;
        }
    }

    private async Task<TestCase?> RunAloneAsync(TestBinary binary, List<TestCase> test, CancellationToken cancellationToken)
    {
        var run = await runner.RunAloneAsync(binary, test[0].Name, uncaptured: test[0].Outcome == TestOutcome.Lost, cancellationToken);
        if (run is null)
            Explain(test, "it was not run again, because its program does not run it alone");
        else
            test.Add(run);
        return run;
    }

    private async Task<TestGroup> RunCustomAsync(TestBinary binary, TestGroup first, CancellationToken cancellationToken)
    {
        var (last, runs) = (first, new List<TestCase>(first.Cases));
        while (runs[^1].Outcome == TestOutcome.Failed && runs.Count < options.Attempts)
        {
            last = await runner.RunCustomAsync(binary, cancellationToken);
            runs.AddRange(last.Cases);
        }

        return last with { Duration = first.Duration, Cases = [TestCase.Combine(runs)] };
    }

    private static void Explain(List<TestCase> test, string why) => test[^1] = test[^1] with { Message = $"{test[^1].Message ?? "failed"}; {why}" };
}
