using System.Collections.Immutable;
using Slipway.Benchmarks;

namespace BenchmarkBenchmark;

/// <summary>Other ways to make one time of many, which the first round of each trial is given to as well.</summary>
internal static class Estimators
{
    public static IReadOnlyList<(string Name, Func<IReadOnlyList<ImmutableArray<double>>, double> Time)> All { get; } =
    [
        ("mean", blocks => blocks.SelectMany(block => block).Average()),
        ("median", blocks => Part(blocks.SelectMany(block => block), 0.5)),
        ("10th percentile of all", blocks => Part(blocks.SelectMany(block => block), 0.1)),
        ("lowest of all", blocks => blocks.Min(block => block[0])),
        ("lowest 10th percentile of a block", blocks => blocks.Min(block => Part(block, 0.1))),
        ("second lowest minimum of a block", blocks => Part(blocks.Select(block => block[0]), 1.0 / (blocks.Count - 1))),
        ("second lowest 10th percentile of a block", blocks => Part(blocks.Select(block => Part(block, 0.1)), 1.0 / (blocks.Count - 1))),
    ];

    public static double Ratio(Interleaved round, Func<IReadOnlyList<ImmutableArray<double>>, double> time)
    {
        var (before, after) = round.Of(round.Names.Single());
        return time(after) / time(before);
    }

    private static double Part(IEnumerable<double> numbers, double part)
    {
        var sorted = numbers.Order().ToList();
        return sorted[(int)Math.Round(part * (sorted.Count - 1))];
    }
}
