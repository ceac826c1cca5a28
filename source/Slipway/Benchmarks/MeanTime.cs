using System.Collections.Immutable;

namespace Slipway.Benchmarks;

/// <summary>The mean in nanoseconds, and how far it may be off in 95 of 100 cases.</summary>
public sealed record MeanTime(double Mean, double Off)
{
    internal static MeanTime Of(IEnumerable<ImmutableArray<double>> blocks)
    {
        var (mean, off) = Statistics.Mean([.. blocks.SelectMany(block => block)]);
        return new MeanTime(mean, off);
    }
}
