using Slipway.Gates;
using Slipway.Reporting;

namespace Slipway.Tests.Reporting;

public class JobTests
{
    private static readonly Uri Run = new("https://github.com/octo/crate/actions/runs/42");

    private static readonly GateResult[] Gates =
    [
        Samples.Lint with { Job = "checks" },
        Samples.Format with { Job = "checks" },
        Samples.UnitTest with { Job = "test", Leg = "macos-15" },
    ];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void Jobs_are_read_from_what_GitHub_knows_of_them() =>
        NeedsContext.Parse("""{"test":{"result":"failure","outputs":{"a":"b"}},"checks":{"result":"success","outputs":{}}}""", "JOB_RESULTS")
            .ShouldBe([new JobResult("checks", "success"), new JobResult("test", "failure")]);

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("7")]
    [InlineData("{\"test\":null}")]
    [InlineData("{\"test\":\"success\"}")]
    [InlineData("{\"test\":{}}")]
    [InlineData("{\"test\":{\"result\":null,\"outputs\":{\"key\":\"sesame\"}}}")]
    [InlineData("{\"test\":{\"result\":1}}")]
    public void What_does_not_say_how_jobs_ended_is_one_clear_sentence(string json)
    {
        var error = Should.Throw<SlipwayException>(() => NeedsContext.Parse(json, "JOB_RESULTS"));

        error.Kind.ShouldBe(ErrorKind.Configuration);
        error.Explain().ShouldBe(
            "JOB_RESULTS does not say how the jobs of the workflow ended.\n"
            + "It is GitHub's needs context as JSON: JOB_RESULTS: ${{ toJSON(needs) }}, which reads {\"test\":{\"result\":\"success\"}}.");
    }

    [Fact]
    public void A_job_whose_gate_failed_has_said_why() =>
        Judge(new JobResult("checks", "failure"), new JobResult("test", "success")).ShouldBeEmpty();

    [Theory]
    [InlineData("package", "failure", "the job failed before it could report", "job `package` failed before it could report: see its log")]
    [InlineData("test", "failure", "the job failed, though no gate in it did", "job `test` failed, though no gate in it did: see its log")]
    [InlineData("test", "cancelled", "the job was cancelled", "job `test` was cancelled: see its log")]
    [InlineData("package", "skipped", "the job was skipped", "job `package` was skipped, so nothing in it was judged")]
    [InlineData("test", "abandoned", "the job ended as 'abandoned'", "job `test` ended as 'abandoned': see its log")]
    public void A_job_that_could_not_say_why_it_ended_is_a_failure(string job, string result, string reason, string finding)
    {
        var gate = Judge(new JobResult(job, result)).ShouldHaveSingleItem();

        gate.Verdict.ShouldBe(GateVerdict.Fail);
        (gate.Name, gate.Stage, gate.Reason).ShouldBe((job, GateStage.Jobs, reason));
        gate.Findings.ShouldHaveSingleItem().Message.ShouldBe(finding);
    }

    [Fact]
    public void A_job_may_be_skipped_where_that_is_allowed()
    {
        var gates = JobGate.Judge([new JobResult("package", "skipped"), new JobResult("test", "failure")], Gates, ["package", "test"]);

        gates.Select(gate => gate.Verdict).ShouldBe([GateVerdict.Skip, GateVerdict.Fail]);
    }

    [Fact]
    public async Task The_report_of_a_workflow_begins_with_its_verdict_and_tells_of_the_jobs()
    {
        using var project = RustProject.Empty();
        var folder = new ReportFolder(project.Folder);
        foreach (var gate in Gates)
            await folder.AddAsync(gate, Token);
        await folder.AddAsync(Samples.Safety, Token);
        JobResult[] jobs = [new("checks", "failure"), new("package", "failure")];

        var report = await folder.PublishAsync(x => JobGate.Judge(jobs, x.Gates, []), Token);

        Golden.ShouldMatch(await File.ReadAllTextAsync(folder.Summary, Token), "summary-of-jobs.golden.md");
        GatesFile.Read(await File.ReadAllTextAsync(folder.GatesJson, Token)).Gates.ShouldContain(gate => gate.Stage == GateStage.Jobs && gate.Name == "package");
        Golden.ShouldMatch(PullRequestCommentText.Write(report, Run), "comment.golden.md");

        // Asked again without the jobs, it has not kept them.
        (await folder.PublishAsync(cancellationToken: Token)).Gates.ShouldNotContain(gate => gate.Stage == GateStage.Jobs);
    }

    [Fact]
    public void The_headline_counts()
    {
        Headline(Samples.Format).ShouldBe("✅ 1 gate passed");
        Headline(Samples.Format, Samples.UnitTest).ShouldBe("✅ 2 gates passed");
        Headline(Samples.Format, Samples.UnitTest, Samples.Safety).ShouldBe("✅ 2 gates passed, 1 skipped");
        Headline(Samples.Format, Samples.Lint, Samples.Safety).ShouldBe("❌ 1 of 3 gates failed");
        Headline(Samples.Safety).ShouldBe("⏭️ No gate was judged");
        Headline().ShouldBe("⏭️ No gate was judged");
    }

    [Fact]
    public void A_comment_that_is_too_long_is_cut_at_a_line_with_a_note_below_the_link()
    {
        var findings = Enumerable.Range(1, 50).Select(line => new Finding(FindingSeverity.Error, new string('x', 2_000), "a.rs", line));

        var text = PullRequestCommentText.Write(new GateReport([Samples.Lint with { Findings = [.. findings] }]), Run);

        text.Length.ShouldBeInRange(PullRequestCommentText.Limit - 2_100, PullRequestCommentText.Limit);
        text.ShouldStartWith($"{PullRequestCommentText.Marker}\n## ❌ 1 of 1 gate failed\n\n[All of it, and the logs]({Run})\n");
        text.ShouldEndWith("xxx\n\n\n_The report is cut here: a comment has room for 65,536 characters. The rest is in the run's summary._\n");
    }

    [Fact]
    public void Nobody_is_called_by_what_a_test_prints() =>
        PullRequestCommentText.Write(new GateReport([Samples.Lint with { Reason = "ask @octocat or a@b, not `@team`" }]), Run)
            .ShouldNotMatch("@[a-z]");

    private static IReadOnlyList<GateResult> Judge(params JobResult[] jobs) => JobGate.Judge(jobs, Gates, []);

    private static string Headline(params GateResult[] gates) => SummaryMarkdown.Headline(new GateReport(gates));
}
