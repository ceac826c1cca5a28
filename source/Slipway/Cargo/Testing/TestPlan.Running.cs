using System.Collections.Concurrent;
using System.Diagnostics;

namespace Slipway.Cargo.Testing;

public sealed partial record TestPlan
{
    /// <summary>Runs its programs side by side; the result is sorted whatever order they end in.</summary>
    public async Task<TestSuiteResult> RunAsync(
        TestRunOptions? options = null,
        Action<TestGroup>? sink = null,
        CancellationToken cancellationToken = default)
    {
        options ??= TestRunOptions.Default;
        var started = Stopwatch.GetTimestamp();
        var groups = new ConcurrentBag<TestGroup>();
        var atOnce = Math.Clamp(Programs.Count, 1, Math.Max(1, options.Parallelism));
        var runner = new TestProgramRunner(RootFolder, options.TimeLimit, Threads: Math.Max(1, options.Parallelism / atOnce));
        await Parallel.ForEachAsync(
            Programs,
            new ParallelOptions { MaxDegreeOfParallelism = atOnce, CancellationToken = cancellationToken },
            async (program, token) =>
            {
                var group = await runner.RunAsync(program, token);
                groups.Add(group);
                sink?.Invoke(group);
            });
        return new TestSuiteResult(
            Suite.Name,
            Suite.IsExpected,
            Stopwatch.GetElapsedTime(started),
            [
                .. groups
                    .OrderBy(group => group.Package, StringComparer.Ordinal)
                    .ThenBy(group => group.Kind)
                    .ThenBy(group => group.Name, StringComparer.Ordinal),
            ]);
    }
}
