using System.Globalization;
using Slipway.Base;
using Slipway.Benchmarks;

namespace Slipway.Gates;

/// <summary>What is said of a benchmark that is not simply as fast as before.</summary>
internal static class BenchmarkFindings
{
    public static Finding? Of(JudgedBenchmark benchmark, BaseCommit commit, string root)
    {
        var (result, last) = (benchmark.Result, benchmark.Result.Last);
        var (severity, message, help) = benchmark.Outcome switch
        {
            BenchmarkOutcome.Slower => (
                FindingSeverity.Error,
                $"{result.Name} is {benchmark.Percent} slower than at {commit}: {Times(last!)} ({benchmark.Interval}), more than {Limit(benchmark.Limit)}{Instructions(result)}",
                Advice(result)),
            BenchmarkOutcome.SameWork => (
                FindingSeverity.Warning,
                $"{result.Name} is {benchmark.Percent} slower by the clock ({Times(last!)}), but executes as many instructions{Instructions(result)}: alignment or caches, most likely",
                null),
            BenchmarkOutcome.Unclear => (
                FindingSeverity.Warning,
                $"{result.Name} cannot be judged: the machine is too noisy ({Times(last!)}, {benchmark.Interval})",
                "Measure longer, for example with `--bench-time 180`, or on a machine that does nothing else."),
            BenchmarkOutcome.Faster => (FindingSeverity.Note, $"{result.Name} is {benchmark.Percent} faster than at {commit}: {Times(last!)} ({benchmark.Interval})", null),
            BenchmarkOutcome.New => (FindingSeverity.Note, $"{result.Name} is new, with {NanosecondText.Of(result.Alone!.Value)}; it is not in {commit}", null),
            BenchmarkOutcome.Gone => (FindingSeverity.Note, $"{result.Name} is no more; it took {NanosecondText.Of(result.Alone!.Value)}", (string?)null),
            _ => (FindingSeverity.Note, "", null),
        };
        return message.Length == 0 ? null : new Finding(severity, message, Finding.PathBelow(root, result.SourcePath), Help: help);
    }

    private static string Times(Comparison comparison) => $"{NanosecondText.Of(comparison.Before)} → {NanosecondText.Of(comparison.After)}";

    private static string Limit(Threshold limit) =>
        string.Create(CultureInfo.InvariantCulture, $"{limit.Value:0.###} %{(limit.Origin is null ? "" : $" ({limit.Origin})")}");

    private static string Instructions(BenchmarkResult result) => result.Instructions is { } count
        ? string.Create(CultureInfo.InvariantCulture, $"; {(count.Ratio - 1) * 100:+0.0;-0.0;0.0} % instructions")
        : "";

    private static string Advice(BenchmarkResult result)
    {
        var enough = Math.Ceiling((result.Last!.Ratio - 1) * 100).ToString(CultureInfo.InvariantCulture);
        return $"Compare with `cargo bench` at both commits, and look at what the change does there. When it is worth it, raise the limit: `--bench-threshold {enough}`, or `MaxSlowdown => {enough}` in the build class.";
    }
}
