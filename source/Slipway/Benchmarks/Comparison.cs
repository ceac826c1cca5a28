using System.Collections.Immutable;

namespace Slipway.Benchmarks;

/// <summary>One benchmark at the base and at the head.</summary>
/// <param name="Before">Nanoseconds of an iteration at the base, undisturbed.</param>
/// <param name="After">The same at the head.</param>
/// <param name="Lower">Where the ratio of both may begin, in 95 of 100 cases.</param>
/// <param name="Upper">Where it may end.</param>
/// <param name="MeanBefore">For information: the mean shows what disturbed, too.</param>
/// <param name="Blocks">Of each side.</param>
/// <param name="Samples">Of both sides.</param>
public sealed record Comparison(
    double Before,
    double After,
    double Lower,
    double Upper,
    MeanTime MeanBefore,
    MeanTime MeanAfter,
    int Blocks,
    int Samples)
{
    private const double Tail = 0.025;

    /// <summary>Above 1 is slower.</summary>
    public double Ratio => After / Before;

    /// <param name="before">Blocks of the base, at least one, each with its sorted times.</param>
    /// <param name="after">Blocks of the head.</param>
    public static Comparison Between(IReadOnlyList<ImmutableArray<double>> before, IReadOnlyList<ImmutableArray<double>> after)
    {
        var (low, high) = (LowTime.Of(before), LowTime.Of(after));
        var ratios = (from one in low.Spread
                      from other in high.Spread
                      select (Ratio: other.Value / one.Value, Chance: one.Chance * other.Chance)).OrderBy(pair => pair.Ratio).ToList();
        return new Comparison(
            low.Value,
            high.Value,
            Reached(ratios, Tail),
            Reached(ratios, 1 - Tail),
            MeanTime.Of(before),
            MeanTime.Of(after),
            Math.Min(before.Count, after.Count),
            before.Concat(after).Sum(block => block.Length));
    }

    private static double Reached(List<(double Ratio, double Chance)> sorted, double chance)
    {
        var sum = 0.0;
        foreach (var (ratio, part) in sorted)
        {
            sum += part;
            if (sum >= chance)
                return ratio;
        }

        return sorted[^1].Ratio;
    }
}
