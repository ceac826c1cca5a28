using Slipway.Gates;
using Slipway.Reporting;

namespace Slipway.Tests.Reporting;

public class DiffTests
{
    private static readonly GateResult Format = new("Format", GateStage.Checks, GateVerdict.Fail, "1 file to format", [], [], TimeSpan.Zero, Diff: "@@ a.rs:1 @@\n-// ```` <b>\n+x");

    [Fact]
    public void A_diff_stays_inside_its_fence() =>
        SummaryMarkdown.Write(new GateReport([Format])).ShouldEndWith("\n`````diff\n@@ a.rs:1 @@\n-// ```` <b>\n+x\n`````\n");

    [Fact]
    public void A_diff_that_is_cut_is_left_out_so_that_nothing_is_taken_for_code()
    {
        var text = SummaryMarkdown.Write(new GateReport([Format, Format with { Name = "Other", Diff = new string('x', 80) + "\ny\nz" }]));
        for (var room = text.Length - 1; room > text.Length - 20; room--)
        {
            var cut = MarkdownCut.Fit(text, room, part => part.Length, "!");
            cut.ShouldEndWith("\n!");
            cut.ShouldContain("`````\n\n### Other");
            cut.ShouldNotContain("```diff\nxxx");
        }
    }

    [Fact]
    public void A_diff_is_read_back_from_the_reports() =>
        GatesFile.Read(GatesFile.Write(new GateReport([Format]))).Gates.ShouldHaveSingleItem().Diff.ShouldBe(Format.Diff);
}
