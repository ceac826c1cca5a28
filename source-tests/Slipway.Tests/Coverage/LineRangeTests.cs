using Slipway.Coverage;

namespace Slipway.Tests.Coverage;

public class LineRangeTests
{
    [Fact]
    public void What_is_not_executed_is_joined_over_lines_without_code_and_parted_by_executed_ones() =>
        LineRange.Of([1, 2, 5, 6, 9, 12], line => line is 2 or 5 or 9)
            .Select(range => range.ToString())
            .ShouldBe(["2-5", "9"]);

    [Fact]
    public void Of_nothing_there_are_no_ranges() => LineRange.Of([], _ => true).ShouldBeEmpty();

    [Theory]
    [InlineData(0, 0, 100)]
    [InlineData(1, 3, 33.333)]
    [InlineData(2, 3, 66.666)]
    [InlineData(99_999_999, 100_000_000, 99.999)]
    [InlineData(4, 5, 80)]
    public void A_percentage_is_cut_so_that_what_is_not_all_never_looks_so(long covered, long total, double percent) =>
        new Tally(covered, total).Percent.ShouldBe(percent);
}
