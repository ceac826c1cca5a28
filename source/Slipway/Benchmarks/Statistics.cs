namespace Slipway.Benchmarks;

/// <summary>Pure figures of sorted numbers.</summary>
internal static class Statistics
{
    // Two standard deviations of a mean.
    private const double Wide = 1.96;

    /// <summary>The number that this part of them does not exceed; between two it is interpolated.</summary>
    /// <param name="sorted">At least one number.</param>
    public static double Quantile(IReadOnlyList<double> sorted, double part)
    {
        var place = part * (sorted.Count - 1);
        var below = (int)place;
        return below + 1 >= sorted.Count ? sorted[^1] : sorted[below] + ((place - below) * (sorted[below + 1] - sorted[below]));
    }

    /// <summary>The mean, and how far it may be off.</summary>
    public static (double Mean, double Off) Mean(IReadOnlyCollection<double> numbers)
    {
        var mean = numbers.Average();
        var squares = numbers.Sum(number => (number - mean) * (number - mean));
        return (mean, numbers.Count < 2 ? 0 : Wide * Math.Sqrt(squares / (numbers.Count - 1) / numbers.Count));
    }

    /// <summary>
    /// How likely each of <paramref name="count"/> sorted numbers is the one of a rank (from 1) among as many drawn from
    /// them with replacement: what a bootstrap approaches, in closed form.
    /// </summary>
    public static double[] RankChances(int count, int rank)
    {
        var chances = new double[count];
        var before = 0.0;
        for (var index = 0; index < count; index++)
        {
            var upTo = AtLeast(count, rank, (index + 1.0) / count);
            chances[index] = upTo - before;
            before = upTo;
        }

        return chances;
    }

    // At least so many successes of as many trials.
    private static double AtLeast(int trials, int successes, double chance)
    {
        if (chance >= 1)
            return 1;
        var (term, fewer) = (Math.Pow(1 - chance, trials), 0.0);
        for (var count = 0; count < successes; count++)
        {
            fewer += term;
            term *= (trials - count) / (count + 1.0) * chance / (1 - chance);
        }

        return 1 - fewer;
    }
}
