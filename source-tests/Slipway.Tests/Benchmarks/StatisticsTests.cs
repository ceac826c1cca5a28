using System.Collections.Immutable;
using CsCheck;
using Slipway.Benchmarks;

namespace Slipway.Tests.Benchmarks;

public class StatisticsTests
{
    private const double Precision = 1e-9;

    private static readonly Gen<double> Times = Gen.Double[1, 1000];
    private static readonly Gen<ImmutableArray<double>[]> Blocks = Times.Array[1, 30].Select(block => block.Order().ToImmutableArray()).Array[2, 16];

    [Fact]
    public void A_quantile_is_between_the_ends_and_grows_with_its_part() =>
        Gen.Select(Times.Array[1, 50], Gen.Double[0, 1], Gen.Double[0, 1]).Sample((numbers, one, other) =>
        {
            var sorted = numbers.Order().ToList();
            var (low, high) = (Statistics.Quantile(sorted, Math.Min(one, other)), Statistics.Quantile(sorted, Math.Max(one, other)));
            return sorted[0] <= low && low <= high + Precision && high <= sorted[^1] && Statistics.Quantile(sorted, 0).Equals(sorted[0]) && Statistics.Quantile(sorted, 1).Equals(sorted[^1]);
        });

    [Fact]
    public void The_chances_of_a_rank_are_those_of_drawing_again_and_again()
    {
        // Of two numbers, the lower of two draws is the higher one in a quarter of all cases.
        Statistics.RankChances(2, 1).ShouldBe([0.75, 0.25], Precision);
        Statistics.RankChances(3, 3).ShouldBe([1 / 27.0, 7 / 27.0, 19 / 27.0], Precision);
        Gen.Int[1, 60].SelectMany(count => Gen.Int[1, count].Select(rank => (count, rank))).Sample(pair =>
        {
            var chances = Statistics.RankChances(pair.count, pair.rank);
            return chances.All(chance => chance >= -Precision) && Math.Abs(chances.Sum() - 1) < Precision;
        });
    }

    [Fact]
    public void The_interval_holds_the_ratio() => Gen.Select(Blocks, Blocks).Sample((before, after) =>
    {
        var comparison = Comparison.Between(before, after);
        return comparison.Lower <= comparison.Ratio + Precision && comparison.Ratio <= comparison.Upper + Precision;
    });

    [Fact]
    public void A_slower_processor_changes_no_ratio() => Gen.Select(Blocks, Blocks, Gen.Double[0.01, 100]).Sample((before, after, factor) =>
    {
        var (one, other) = (Comparison.Between(before, after), Comparison.Between(Scale(before, factor), Scale(after, factor)));
        return Near(one.Ratio, other.Ratio) && Near(one.Before * factor, other.Before);
    });

    [Fact]
    public void Head_and_base_in_each_others_place_turn_the_ratio_over() => Gen.Select(Blocks, Blocks).Sample((before, after) =>
        Near(Comparison.Between(before, after).Ratio * Comparison.Between(after, before).Ratio, 1));

    [Fact]
    public void Disturbances_of_half_of_the_samples_hardly_move_the_low_time() =>
        Gen.Select(Gen.Double[100, 105].Array[40, 200], Gen.Double[0, 100_000].Array[100]).Sample((times, delays) =>
        {
            var disturbed = times.Select((time, index) => index % 2 == 0 && index / 2 < delays.Length ? time + delays[index / 2] : time).Order().ToImmutableArray();
            return LowTime.Of([disturbed]).Value is >= 100 and <= 105;
        });

    [Fact]
    public void One_lucky_block_of_many_is_not_the_time_of_all() =>
        LowTime.Of([.. Enumerable.Repeat<ImmutableArray<double>>([100, 101], 7), [10, 10]]).Value.ShouldBe(100.1, Precision);

    [Fact]
    public void Of_one_number_the_mean_is_not_off() => Statistics.Mean([5]).ShouldBe((5, 0));

    private static bool Near(double one, double other) => Math.Abs((one / other) - 1) < 1e-6;

    private static ImmutableArray<double>[] Scale(ImmutableArray<double>[] blocks, double factor) =>
        [.. blocks.Select(block => block.Select(time => time * factor).ToImmutableArray())];
}
