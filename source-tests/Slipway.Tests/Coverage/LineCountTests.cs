using Slipway.Coverage.Llvm;

namespace Slipway.Tests.Coverage;

/// <summary>The rules by which llvm-cov counts lines.</summary>
public class LineCountTests
{
    [Fact]
    public void A_line_counts_as_often_as_the_region_around_it_or_the_largest_that_begins_on_it() => Count(
        new(1, 1, 5, true, true, false),
        new(2, 8, 3, true, true, false),
        new(2, 12, 5, true, false, false),
        new(3, 9, 0, true, true, false),
        new(4, 6, 5, true, false, false),
        new(5, 2, 0, false, false, false)).ShouldBe(["1: 5", "2: 5", "3: 5", "4: 0", "5: 5"]);

    [Fact]
    public void Lines_between_segments_are_of_the_region_that_goes_on() =>
        Count(new(3, 1, 7, true, true, false), new(6, 2, 0, false, false, false)).ShouldBe(["3: 7", "4: 7", "5: 7", "6: 7"]);

    [Fact]
    public void Between_functions_there_is_no_code() => Count(
        new(1, 1, 1, true, true, false),
        new(1, 9, 0, false, false, false),
        new(4, 1, 0, true, true, false),
        new(4, 9, 0, false, false, false)).ShouldBe(["1: 1", "4: 0"]);

    [Fact]
    public void A_gap_lends_its_count_to_no_line_that_has_a_region() => Count(
        new(1, 1, 9, true, true, false),
        new(1, 5, 0, true, true, true),
        new(2, 3, 2, true, true, false),
        new(2, 6, 0, false, false, false)).ShouldBe(["1: 9", "2: 2"]);

    [Fact]
    public void What_is_skipped_is_no_code() => Count(
        new(1, 1, 4, true, true, false),
        new(2, 1, 0, false, true, false),
        new(4, 1, 4, true, false, false),
        new(5, 2, 0, false, false, false)).ShouldBe(["1: 4", "5: 4"]);

    private static IEnumerable<string> Count(params Segment[] segments) =>
        LineCounts.Of(segments).Select(line => $"{line.Key}: {line.Value}");
}
