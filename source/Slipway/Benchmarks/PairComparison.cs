using Slipway.Processes;

namespace Slipway.Benchmarks;

/// <summary>Measures one pair of programs, and makes results of what they leave.</summary>
internal sealed class PairComparison(ProgramPair pair, BenchmarkOptions options, TimeSpan time)
{
    private readonly BenchmarkJudgement _judgement = new(options.MaxSlowdown);

    public async Task<PairResult> CompareAsync(CancellationToken cancellationToken)
    {
        try
        {
            return (pair.Before, pair.After) switch
            {
                ({ } before, { } after) => await BothAsync(before, after, cancellationToken),
                (null, { } after) => await AloneAsync(after, [], cancellationToken),
                _ => await GoneAsync(pair.Before!, cancellationToken),
            };
        }
        catch (SlipwayException exception) when (exception is not BaseProgramException)
        {
            return new PairResult([], [new BenchmarkProblem($"{pair.Name}: {exception.Message}", pair.SourcePath, IsOfHead: true, exception.Hint ?? Rerun)]);
        }
    }

    private string Rerun => $"Run `cargo bench --bench {pair.After?.Binary.Target.Name}`.";

    private async Task<PairResult> BothAsync(BenchmarkProgram before, BenchmarkProgram after, CancellationToken cancellationToken)
    {
        var isSame = await pair.IsSameAsync(cancellationToken);
        PairRounds rounds;
        try
        {
            rounds = await new PairMeasurement(before, after, options, time, isSame).MeasureAsync(cancellationToken);
        }
        catch (BaseProgramException exception)
        {
            var problem = new BenchmarkProblem($"{pair.Name} fails at the base: {exception.Message}", pair.SourcePath, IsOfHead: false);
            return await AloneAsync(after, [problem], cancellationToken);
        }

        var results = new List<BenchmarkResult>();
        foreach (var name in rounds.First.Names)
        {
            results.Add(rounds.First.Of(name) switch
            {
                { Before: { Count: 0 }, After: var times } => new BenchmarkResult(Title(name), pair.SourcePath, null, Alone: LowTime.Of(times).Value),
                { Before: var times, After: { Count: 0 } } => new BenchmarkResult(Title(name), null, null, Alone: LowTime.Of(times).Value),
                _ => await CountedAsync(name, new BenchmarkResult(Title(name), pair.SourcePath, rounds.FirstOf(name), rounds.SecondOf(name), IsSameProgram: isSame), cancellationToken),
            });
        }

        return Checked(results, []);
    }

    private async Task<BenchmarkResult> CountedAsync(string name, BenchmarkResult result, CancellationToken cancellationToken) =>
        _judgement.Judge(result) == BenchmarkOutcome.Slower && InstructionCounter.Find() is { } counter
            ? result with { Instructions = await counter.CountAsync(pair.Before!, pair.After!, name, result.Last!.Before, cancellationToken) }
            : result;

    private async Task<PairResult> AloneAsync(BenchmarkProgram program, IReadOnlyList<BenchmarkProblem> problems, CancellationToken cancellationToken) =>
        Checked(await TimesAsync(program, pair.SourcePath, cancellationToken), problems);

    private async Task<PairResult> GoneAsync(BenchmarkProgram program, CancellationToken cancellationToken)
    {
        try
        {
            return new PairResult(await TimesAsync(program, sourcePath: null, cancellationToken), []);
        }
        catch (CommandFailedException)
        {
            return new PairResult([], [new BenchmarkProblem($"{pair.Name} is no more, and failed at the base", null, IsOfHead: false)]);
        }
    }

    private async Task<List<BenchmarkResult>> TimesAsync(BenchmarkProgram program, string? sourcePath, CancellationToken cancellationToken)
    {
        var block = await program.RunAsync(new BlockRequest(options.BlockTime, [], options.Filter, options.TimeLimit), cancellationToken);
        return [.. block.Times.Select(times => new BenchmarkResult(Title(times.Key), sourcePath, null, Alone: LowTime.Of([times.Value]).Value))];
    }

    // What measures nothing must not look as if nothing were slower.
    private PairResult Checked(List<BenchmarkResult> results, IReadOnlyList<BenchmarkProblem> problems) =>
        results.Count > 0 || options.Filter is not null
            ? new PairResult(results, problems)
            : new PairResult(results, [.. problems, new BenchmarkProblem(
                $"{pair.Name} writes no samples",
                pair.SourcePath,
                IsOfHead: false,
                $"Let it write lines such as `{BenchmarkLine.Prefix} NAME ITERATIONS NANOSECONDS`, or use criterion.")]);

    private string Title(string name) => $"{pair.Name}/{name}";
}
