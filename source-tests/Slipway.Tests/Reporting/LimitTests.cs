using System.Text;
using Slipway.Gates;
using Slipway.Reporting;

namespace Slipway.Tests.Reporting;

/// <summary>What GitHub takes has an end, and what programs say has none.</summary>
public class LimitTests
{
    private static readonly GateReport Huge = new(Enumerable.Range(0, 60).Select(number => Samples.Lint with
    {
        Name = $"Gate{number:00}",
        Reason = "it grew",
        Findings = [.. Enumerable.Range(1, 80).Select(line => new Finding(FindingSeverity.Error, new string('ü', 3_000), "a.rs", line, Help: "cut it"))],
    }));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_summary_has_at_most_a_mebibyte_and_says_that_it_is_cut()
    {
        using var project = RustProject.Empty();
        var folder = new ReportFolder(project.Folder);
        foreach (var gate in Huge.Gates.Take(8))
            await folder.AddAsync(gate, Token);

        var text = await File.ReadAllTextAsync(folder.Summary, Token);

        Encoding.UTF8.GetByteCount(text).ShouldBeInRange(StepSummary.LimitInBytes - 10_000, StepSummary.LimitInBytes);
        text.ShouldStartWith("| stage | gate |");
        text.ShouldEndWith("_The summary is cut here: GitHub shows 1 MiB. The rest is in the reports._\n");
    }

    [Fact]
    public void The_comment_has_room_for_the_table_of_gates_and_is_cut_behind_it()
    {
        var text = PullRequestCommentText.Write(Huge, new Uri("https://github.com/octo/crate/actions/runs/1"));

        text.Length.ShouldBeInRange(PullRequestCommentText.Limit - 10_000, PullRequestCommentText.Limit);
        text.ShouldStartWith(PullRequestCommentText.Marker);
        text.ShouldContain("| Checks | Gate59 | ❌ it grew |");
        text.ShouldEndWith("The rest is in the run's summary._\n");
    }

    [Fact]
    public void One_message_without_an_end_does_not_hide_the_others()
    {
        Finding[] findings = [new(FindingSeverity.Error, new string('x', 2_000_000)), new(FindingSeverity.Error, "the other", Help: new string('y', 2_000_000))];

        var text = PullRequestCommentText.Write(new GateReport([Samples.Lint with { Findings = findings }]), new Uri("https://github.com/octo/crate/actions/runs/1"));

        text.Length.ShouldBeLessThan(10_000);
        text.ShouldContain("- the other\n");
        text.ShouldContain("… and 1996000 more characters");
    }
}
