using System.Collections.Immutable;
using System.Diagnostics;

namespace Slipway.Benchmarks;

/// <summary>Blocks of two programs that took turns, so that what the machine does meanwhile hits both.</summary>
public sealed record Interleaved(ImmutableArray<BenchmarkBlock> Before, ImmutableArray<BenchmarkBlock> After)
{
    public static Interleaved None { get; } = new([], []);

    // Base, head, head, base: what changes steadily cancels out.
    private const int Turns = 2;

    /// <summary>Runs pairs of blocks until there are enough, or the time is over; the first turns always run.</summary>
    public static async Task<Interleaved> RunAsync(
        Func<CancellationToken, Task<BenchmarkBlock>> before,
        Func<CancellationToken, Task<BenchmarkBlock>> after,
        int pairs,
        TimeSpan time,
        CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        var (befores, afters) = (ImmutableArray.CreateBuilder<BenchmarkBlock>(), ImmutableArray.CreateBuilder<BenchmarkBlock>());
        while (befores.Count < Turns || (befores.Count < pairs && HasTimeForMore(Stopwatch.GetElapsedTime(started), befores.Count, time)))
        {
            befores.Add(await before(cancellationToken));
            afters.Add(await after(cancellationToken));
            afters.Add(await after(cancellationToken));
            befores.Add(await before(cancellationToken));
        }

        return new Interleaved(befores.ToImmutable(), afters.ToImmutable());
    }

    public Interleaved And(Interleaved other) => new(Before.AddRange(other.Before), After.AddRange(other.After));

    /// <summary>The benchmarks that either has.</summary>
    public IReadOnlyList<string> Names => [.. Before.Concat(After).SelectMany(block => block.Times.Keys).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>The blocks of one benchmark, each with its sorted times; a block without it does not count.</summary>
    public (IReadOnlyList<ImmutableArray<double>> Before, IReadOnlyList<ImmutableArray<double>> After) Of(string name) => (Times(Before, name), Times(After, name));

    private static List<ImmutableArray<double>> Times(ImmutableArray<BenchmarkBlock> blocks, string name) =>
        [.. blocks.Where(block => block.Times.ContainsKey(name)).Select(block => block.Times[name])];

    private static bool HasTimeForMore(TimeSpan elapsed, int blocks, TimeSpan time) => elapsed + (elapsed * Turns / blocks) <= time;
}
