using System.Collections.Immutable;

namespace Slipway.Benchmarks;

/// <summary>
/// The time that a benchmark takes when it is left alone: noise only adds to it, so that the low end of many short
/// samples tells more than their middle. Of each block a low quantile, and of the blocks one of the lowest.
/// </summary>
internal sealed record LowTime(double Value, IReadOnlyList<(double Value, double Chance)> Spread)
{
    public const double PartOfSamples = 0.1;

    private const int BlocksPerRank = 4;

    /// <param name="blocks">At least one, each with its sorted times.</param>
    public static LowTime Of(IReadOnlyList<ImmutableArray<double>> blocks)
    {
        var lows = blocks.Select(block => Statistics.Quantile(block, PartOfSamples)).Order().ToList();
        // Not the lowest of many: one block may have been lucky.
        var rank = (lows.Count + BlocksPerRank - 1) / BlocksPerRank;
        return new LowTime(lows[rank - 1], [.. lows.Zip(Statistics.RankChances(lows.Count, rank))]);
    }
}
