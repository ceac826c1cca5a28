using Slipway.Benchmarks;

namespace Slipway.Gates;

public static class BenchmarkGate
{
    public const string Name = "Benchmark";

    /// <summary>Judges which benchmarks are slower than at the base; what cannot be told is no failure, and is said.</summary>
    /// <param name="slowdown">The limit in percent.</param>
    /// <param name="root">The repository's root, to which paths are relative.</param>
    public static GateResult Judge(BenchmarkFacts facts, Threshold slowdown, string root)
    {
        var judgement = new BenchmarkJudgement(slowdown.Value / 100);
        var judged = facts.Results.Select(result => new JudgedBenchmark(result, judgement.Judge(result), slowdown)).ToList();
        var findings = facts.Problems.Select(problem => Finding(problem, root))
            .Concat(judged.Select(benchmark => BenchmarkFindings.Of(benchmark, facts.Commit, root)).OfType<Finding>())
            .ToList();
        var result = GateResult.Judged(Name, GateStage.Gates, Failure(judged, facts.Problems), [.. judged.SelectMany(Figures)], findings, facts.Duration);
        var compared = judged.Exists(benchmark => benchmark.Result.First is not null);
        return compared || result.Verdict == GateVerdict.Fail
            ? result
            : result with { Verdict = GateVerdict.Skip, Reason = WhyNothing(facts) };
    }

    /// <summary>A line for each benchmark, with the interval of its change.</summary>
    public static IEnumerable<string> Describe(BenchmarkFacts facts, Threshold slowdown)
    {
        var judgement = new BenchmarkJudgement(slowdown.Value / 100);
        return facts.Results.Select(result => new JudgedBenchmark(result, judgement.Judge(result), slowdown).ToString());
    }

    private static string? Failure(List<JudgedBenchmark> judged, IReadOnlyList<BenchmarkProblem> problems)
    {
        var broken = problems.Count(problem => problem.IsOfHead);
        var slower = judged.Where(benchmark => benchmark.Outcome == BenchmarkOutcome.Slower).ToList();
        return (slower, broken) switch
        {
            ([], 0) => null,
            ([], var some) => $"{Counted.Of(some, "benchmark program")} failed",
            ([var one], 0) => $"{one.Result.Name} is {one.Percent} slower",
            (var several, 0) => $"{several.Count} benchmarks are slower",
            (var several, var some) => $"{Counted.Of(several.Count, "benchmark")} slower, {Counted.Of(some, "program")} failed",
        };
    }

    private static string WhyNothing(BenchmarkFacts facts) =>
        facts.Problems is [var problem, ..] ? problem.Message.Split('\n')[0]
        : facts.Results.Count == 0 ? "no benchmark was measured"
        : $"the base {facts.Commit} has none of these benchmarks";

    private static IEnumerable<Figure> Figures(JudgedBenchmark benchmark)
    {
        if (benchmark.Result.Last is not { } last)
            return benchmark.Outcome == BenchmarkOutcome.New ? [Time($"{benchmark.Result.Name} time", benchmark.Result.Alone!.Value)] : [];
        return
        [
            new Figure($"{benchmark.Result.Name} slowdown", (last.Ratio - 1) * 100, "%", benchmark.IsCertain ? benchmark.Limit : null),
            Time($"{benchmark.Result.Name} time", last.After),
            Time($"{benchmark.Result.Name} at base", last.Before),
        ];
    }

    private static Figure Time(string name, double nanoseconds)
    {
        var (value, unit) = NanosecondText.Split(nanoseconds);
        return new Figure(name, value, unit);
    }

    private static Finding Finding(BenchmarkProblem problem, string root) => new(
        problem.IsOfHead ? FindingSeverity.Error : FindingSeverity.Warning,
        problem.Message,
        Gates.Finding.PathBelow(root, problem.SourcePath),
        Help: problem.Help);
}
