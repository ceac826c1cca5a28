using Slipway.Gates;
using Slipway.Reporting;

namespace Slipway.Tests.Reporting;

public class GateRowTests
{
    private static readonly GateReport Report = new(
    [
        Samples.Lint,
        Samples.Format with { Recorded = DateTimeOffset.UnixEpoch },
        Samples.UnitTest with { Leg = "macos-15", Duration = TimeSpan.FromSeconds(99) },
        Samples.Safety,
    ]);

    [Fact]
    public void The_gates_stand_below_each_other() => Lines(100).ShouldBe(
    [
        "✔ pass Format                    80 ms  from the record of 1970-01-01 00:00 UTC, same inputs",
        "✘ FAIL Lint                      1.2 s  1 warning",
        "– skip SafetyTest                       no safety module",
        "✔ pass UnitTest (macos-15)  1 min 39 s",
    ]);

    [Fact]
    public void A_line_is_cut_where_the_terminal_ends() => Lines(60).ShouldBe(
    [
        "✔ pass Format                    80 ms  from the record of…",
        "✘ FAIL Lint                      1.2 s  1 warning",
        "– skip SafetyTest                       no safety module",
        "✔ pass UnitTest (macos-15)  1 min 39 s",
    ]);

    [Fact]
    public void A_reason_of_many_lines_stays_in_one()
    {
        var row = GateRows.Of(new GateReport([Samples.Lint with { Reason = "one\ntwo\r\n\tthree" }]), 100).ShouldHaveSingleItem();

        row.Text.ShouldEndWith("  one two three");
    }

    [Fact]
    public void A_character_is_not_cut_in_half()
    {
        var row = GateRows.Of(new GateReport([Samples.Lint with { Reason = "a" + string.Concat(Enumerable.Repeat("😀", 40)) }]), 0).ShouldHaveSingleItem();

        row.Text.ShouldEndWith("😀…");
        row.Text.ShouldNotContain("\uD83D…");
    }

    private static IEnumerable<string> Lines(int width) => GateRows.Of(Report, width).Select(row => $"{row.Verdict} {row.Text}");
}
