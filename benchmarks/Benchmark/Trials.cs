using System.Collections.Immutable;
using System.Diagnostics;
using Slipway.Benchmarks;

namespace BenchmarkBenchmark;

/// <summary>What the gate, and others, said of one pair of programs.</summary>
internal sealed record Trials(IReadOnlyList<(PairRounds Rounds, BenchmarkOutcome Outcome, double Seconds)> All, double MaxSlowdown)
{
    public Rate Slower => Rate.Of(All, trial => trial.Outcome == BenchmarkOutcome.Slower);

    public Rate Unclear => Rate.Of(All, trial => trial.Outcome == BenchmarkOutcome.Unclear);

    public string Ratios
    {
        get
        {
            var ratios = All.Select(trial => trial.Rounds.FirstOf(trial.Rounds.Common.Single()).Ratio).Order().ToList();
            return FormattableString.Invariant($"{ratios[ratios.Count / 100]:0.000} to {ratios[^(1 + (ratios.Count / 100))]:0.000}");
        }
    }

    public string Seconds
    {
        get
        {
            var seconds = All.Select(trial => trial.Seconds).Order().ToList();
            return FormattableString.Invariant($"{seconds[seconds.Count / 2]:0.0}, {seconds[^1]:0.0}");
        }
    }

    public static async Task<Trials> RunAsync(BenchmarkProgram before, BenchmarkProgram after, BenchmarkOptions options, int count)
    {
        var judgement = new BenchmarkJudgement(options.MaxSlowdown);
        var trials = new List<(PairRounds, BenchmarkOutcome, double)>();
        while (trials.Count < count)
        {
            var started = Stopwatch.GetTimestamp();
            var rounds = await new PairMeasurement(before, after, options, options.Time).MeasureAsync();
            var name = rounds.Common.Single();
            // Neither instructions nor equal bytes may help it here.
            var outcome = judgement.Judge(new BenchmarkResult(name, "work.rs", rounds.FirstOf(name), rounds.SecondOf(name)));
            trials.Add((rounds, outcome, Stopwatch.GetElapsedTime(started).TotalSeconds));
        }

        return new Trials(trials, options.MaxSlowdown);
    }

    public Rate By(Func<IReadOnlyList<ImmutableArray<double>>, double> time) =>
        Rate.Of(All, trial => Estimators.Ratio(trial.Rounds.First, time) > 1 + MaxSlowdown);
}
