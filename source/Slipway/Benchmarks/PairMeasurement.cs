using System.Collections.Immutable;
using System.Diagnostics;

namespace Slipway.Benchmarks;

/// <summary>One benchmark program at the base and at the head: few samples first, more of what may be slower.</summary>
/// <param name="time">What all of it should take at most.</param>
/// <param name="isSame">Whether it is the same program twice, of which one round is enough.</param>
public sealed class PairMeasurement(BenchmarkProgram before, BenchmarkProgram after, BenchmarkOptions options, TimeSpan time, bool isSame = false)
{
    private const int FurtherBlockTime = 2;

    private readonly BenchmarkJudgement _judgement = new(options.MaxSlowdown);
    private readonly long _started = Stopwatch.GetTimestamp();

    /// <summary>Measures the benchmarks that both have; what only one has is in its blocks.</summary>
    /// <exception cref="BaseProgramException">The base's program fails, or what it writes cannot be understood.</exception>
    /// <exception cref="SlipwayException">The head's program does.</exception>
    public async Task<PairRounds> MeasureAsync(CancellationToken cancellationToken = default)
    {
        var first = await RunAsync(options.FirstPairs, options.BlockTime, [], cancellationToken);
        var rounds = new PairRounds(first, Interleaved.None);
        var open = rounds.Common.Where(name => !isSame && !_judgement.IsClear(rounds.FirstOf(name))).ToImmutableArray();
        while (open.Length > 0)
        {
            var further = await RunAsync(options.FurtherPairs, options.BlockTime * FurtherBlockTime, open, cancellationToken);
            rounds = rounds with { Second = rounds.Second.And(further) };
            open = [.. open.Where(name => rounds.SecondOf(name) is { } second && _judgement.IsUnclear(rounds.FirstOf(name), second))];
            if (Left <= TimeSpan.Zero)
                break;
        }

        return rounds;
    }

    private TimeSpan Left => time - Stopwatch.GetElapsedTime(_started);

    private Task<Interleaved> RunAsync(int pairs, TimeSpan blockTime, IReadOnlyList<string> names, CancellationToken cancellationToken)
    {
        var request = new BlockRequest(blockTime, names, options.Filter, options.TimeLimit);
        return Interleaved.RunAsync(token => BaseAsync(request, token), token => after.RunAsync(request, token), pairs, Left, cancellationToken);
    }

    private async Task<BenchmarkBlock> BaseAsync(BlockRequest request, CancellationToken cancellationToken)
    {
        try
        {
            return await before.RunAsync(request, cancellationToken);
        }
        catch (SlipwayException exception)
        {
            throw new BaseProgramException(exception);
        }
    }
}
