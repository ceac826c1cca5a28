using System.Collections.Immutable;

namespace Slipway.Benchmarks;

/// <summary>One run of a benchmark program: times of an iteration in nanoseconds, by benchmark, each sorted.</summary>
public sealed record BenchmarkBlock(ImmutableSortedDictionary<string, ImmutableArray<double>> Times)
{
    public static BenchmarkBlock Of(IEnumerable<BenchmarkSample> samples) => new(samples
        .GroupBy(sample => sample.Name, StringComparer.Ordinal)
        .ToImmutableSortedDictionary(
            group => group.Key,
            group => group.Select(sample => sample.PerIteration).Order().ToImmutableArray(),
            StringComparer.Ordinal));
}
