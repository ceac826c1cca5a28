namespace Slipway.Benchmarks;

/// <summary>All blocks of a program at the base and at the head.</summary>
/// <param name="Second">Of the benchmarks that the first round left open.</param>
public sealed record PairRounds(Interleaved First, Interleaved Second)
{
    /// <summary>The benchmarks that both have.</summary>
    public IEnumerable<string> Common => First.Names.Where(name => First.Of(name) is { Before.Count: > 0, After.Count: > 0 });

    public Comparison FirstOf(string name) => Compare(First, name)!;

    public Comparison? SecondOf(string name) => Compare(Second, name);

    private static Comparison? Compare(Interleaved round, string name) =>
        round.Of(name) is { Before.Count: > 0, After.Count: > 0 } blocks ? Comparison.Between(blocks.Before, blocks.After) : null;
}
