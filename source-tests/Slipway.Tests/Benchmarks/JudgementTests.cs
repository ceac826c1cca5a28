using System.Collections.Immutable;
using Slipway.Benchmarks;

namespace Slipway.Tests.Benchmarks;

public class JudgementTests
{
    private static readonly BenchmarkJudgement Judgement = new(0.1);

    [Theory]
    [InlineData(1.00, 0.99, 1.02, BenchmarkOutcome.Same)]
    [InlineData(1.04, 1.03, 1.09, BenchmarkOutcome.Same)]
    [InlineData(0.80, 0.78, 0.83, BenchmarkOutcome.Faster)]
    // One round alone never fails, and where a second was not to be had nobody can tell.
    [InlineData(1.30, 1.29, 1.31, BenchmarkOutcome.Unclear)]
    [InlineData(1.00, 0.70, 1.40, BenchmarkOutcome.Unclear)]
    [InlineData(0.80, 0.60, 1.05, BenchmarkOutcome.Same)]
    public void One_round_is_enough_when_nothing_is_slower(double ratio, double lower, double upper, BenchmarkOutcome outcome) =>
        Judge(Of(ratio, lower, upper), null).ShouldBe(outcome);

    [Theory]
    [InlineData(1.13, 1.13, 1.11, 1.15, BenchmarkOutcome.Slower)]
    [InlineData(1.08, 1.13, 1.11, 1.15, BenchmarkOutcome.Slower)]
    // Slower once is not slower.
    [InlineData(1.30, 1.01, 0.99, 1.03, BenchmarkOutcome.Same)]
    [InlineData(1.02, 1.30, 1.25, 1.35, BenchmarkOutcome.Unclear)]
    [InlineData(1.30, 1.30, 1.01, 1.60, BenchmarkOutcome.Unclear)]
    [InlineData(1.08, 1.05, 0.90, 1.60, BenchmarkOutcome.Unclear)]
    [InlineData(1.10, 1.10, 1.09, 1.12, BenchmarkOutcome.Same)]
    public void A_second_round_has_to_confirm(double first, double ratio, double lower, double upper, BenchmarkOutcome outcome) =>
        Judge(Of(first, first, first), Of(ratio, lower, upper)).ShouldBe(outcome);

    [Theory]
    [InlineData(1.13, 1000, 1005, BenchmarkOutcome.SameWork)]
    [InlineData(1.13, 1000, 995, BenchmarkOutcome.SameWork)]
    [InlineData(1.13, 1000, 1020, BenchmarkOutcome.Slower)]
    // It may be asleep.
    [InlineData(2.00, 1000, 1000, BenchmarkOutcome.Slower)]
    public void Equal_instructions_overrule_a_moderate_slowdown(double ratio, double before, double after, BenchmarkOutcome outcome) =>
        Judge(Of(ratio, ratio, ratio), Of(ratio, ratio, ratio), new InstructionCount(before, after)).ShouldBe(outcome);

    [Fact]
    public void The_same_program_is_never_slower() =>
        Judgement.Judge(new BenchmarkResult("x", "x.rs", Of(1.5, 1.4, 1.6), Of(1.5, 1.4, 1.6), IsSameProgram: true)).ShouldBe(BenchmarkOutcome.Same);

    [Theory]
    [InlineData(1.00, 0, 10)]
    [InlineData(1.13, 950, 1000)]
    public void Of_a_thousand_noisy_trials_few_are_judged_wrong(double slowdown, int least, int most)
    {
        var noise = new Noise();
        var slower = 0;
        for (var trial = 0; trial < 1000; trial++)
        {
            var first = Comparison.Between(noise.Blocks(4, 1), noise.Blocks(4, slowdown));
            var (before, after) = (new List<ImmutableArray<double>>(), new List<ImmutableArray<double>>());
            Comparison? second = null;
            for (var round = 0; round < 4 && (second is null ? !Judgement.IsClear(first) : Judgement.IsUnclear(first, second)); round++)
            {
                before.AddRange(noise.Blocks(8, 1));
                after.AddRange(noise.Blocks(8, slowdown));
                second = Comparison.Between(before, after);
            }

            slower += Judge(first, second) == BenchmarkOutcome.Slower ? 1 : 0;
        }

        slower.ShouldBeInRange(least, most);
    }

    private static BenchmarkOutcome Judge(Comparison first, Comparison? second, InstructionCount? instructions = null) =>
        Judgement.Judge(new BenchmarkResult("x", "x.rs", first, second, Instructions: instructions));

    private static Comparison Of(double ratio, double lower, double upper) => new(100, 100 * ratio, lower, upper, new MeanTime(100, 1), new MeanTime(100, 1), 4, 400);

    /// <summary>A busy machine: half of the samples wait for others, and some blocks run on a slower processor; the same each time.</summary>
    private sealed class Noise
    {
        private ulong _state = 88172645463325252;

        public List<ImmutableArray<double>> Blocks(int count, double time) =>
            [.. Enumerable.Range(0, count).Select(_ => Block(time * (Next() < 0.3 ? 1 + (Next() / 2) : 1)))];

        private ImmutableArray<double> Block(double time) =>
            [.. Enumerable.Range(0, 60).Select(_ => time * (1 + (Next() / 50) + (Next() < 0.5 ? Next() * 5 : 0))).Order()];

        private double Next()
        {
            _state ^= _state << 13;
            _state ^= _state >> 7;
            _state ^= _state << 17;
            return (_state >> 11) / (double)(1UL << 53);
        }
    }
}
