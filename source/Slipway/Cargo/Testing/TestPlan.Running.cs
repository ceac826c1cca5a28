using System.Collections.Concurrent;
using System.Diagnostics;

namespace Slipway.Cargo.Testing;

public sealed partial record TestPlan
{
    /// <summary>
    /// Runs its programs side by side, and when all have ended, once more what failed; the result is sorted whatever order
    /// they end in.
    /// </summary>
    public async Task<TestSuiteResult> RunAsync(
        TestRunOptions? options = null,
        Action<TestGroup>? sink = null,
        CancellationToken cancellationToken = default)
    {
        options ??= TestRunOptions.Default;
        var started = Stopwatch.GetTimestamp();
        var groups = new ConcurrentBag<TestGroup>();
        var failed = new ConcurrentBag<(PlannedTests Program, TestGroup Group)>();
        var atOnce = Math.Clamp(Programs.Count, 1, Math.Max(1, options.Parallelism));
        var runner = new TestProgramRunner(RootFolder, options.TimeLimit, Threads: Math.Max(1, options.Parallelism / atOnce));
        await Parallel.ForEachAsync(
            Programs,
            new ParallelOptions { MaxDegreeOfParallelism = atOnce, CancellationToken = cancellationToken },
            async (program, token) =>
            {
                var group = await runner.RunAsync(program, token);
                if (group.Succeeded)
                    Add(group);
                else
                    failed.Add((program, group));
            });

        var whyNotRetried = WhyNotRetried([.. failed.Select(item => item.Group)]);
        var retries = new TestRetries(runner, whyNotRetried is null ? options : options with { Attempts = 1 });
        foreach (var (program, group) in failed.OrderBy(item => item.Program.Binary.ToString(), StringComparer.Ordinal))
            Add(await retries.RunAsync(program, group, cancellationToken));
        return new TestSuiteResult(
            Suite.Name,
            Suite.IsExpected,
            Stopwatch.GetElapsedTime(started),
            [
                .. groups
                    .OrderBy(group => group.Package, StringComparer.Ordinal)
                    .ThenBy(group => group.Kind)
                    .ThenBy(group => group.Name, StringComparer.Ordinal),
            ],
            WhyNotRetried: options.Attempts > 1 ? whyNotRetried : null);

        void Add(TestGroup group)
        {
            groups.Add(group);
            sink?.Invoke(group);
        }
    }

    private static string? WhyNotRetried(IReadOnlyList<TestGroup> failed) =>
        failed.Sum(group => group.Count(TestOutcome.Failed)) is var count && count > TestRetries.MostFailures
            ? $"{count} tests failed at once, which is no flakiness: none was run again."
            : null;
}
