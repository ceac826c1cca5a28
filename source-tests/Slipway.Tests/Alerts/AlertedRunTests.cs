using Slipway.Alerts;
using Slipway.Gates;

namespace Slipway.Tests.Alerts;

public class AlertedRunTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 26, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("failure", "push", "main", "BranchRed True")]
    [InlineData("timed_out", "push", "main", "BranchRed True")]
    [InlineData("success", "push", "main", "BranchGreen False")]
    [InlineData("cancelled", "push", "main", "")]
    [InlineData("skipped", "push", "main", "")]
    [InlineData("failure", "pull_request", "main", "")]
    [InlineData("failure", "push", "feature", "")]
    public void Only_pushes_to_the_default_branch_make_it_red_or_green(string conclusion, string cause, string branch, string expected)
    {
        var payload = $$"""
            { "repository": { "default_branch": "main" }, "workflow_run": { "id": 77, "name": "ci", "event": "{{cause}}", "head_branch": "{{branch}}", "conclusion": "{{conclusion}}", "run_attempt": 2, "run_started_at": "2026-11-26T10:00:00Z" } }
            """;
        var run = AlertedRun.Of(Variables(("GITHUB_EVENT_NAME", "workflow_run")), payload, null, ("", ""), [], Now);

        string.Join(' ', RunAlerts.Of(run, []).Select(x => $"{x.Event} {x.IsOpen}")).ShouldBe(expected);
        (run.Run, run.At).ShouldBe(("77/2", new DateTimeOffset(2026, 11, 26, 10, 0, 0, TimeSpan.Zero)));
        if (expected.Length > 0)
            RunAlerts.Of(run, [])[0].Key.ShouldBe("branch-red:main:ci");
    }

    [Theory]
    [InlineData("gates,test (macos-15),report", GateStage.Test)]
    [InlineData("checks", GateStage.Checks)]
    [InlineData("slipway,3", null)]
    [InlineData("", null)]
    public void A_red_branch_is_red_in_the_first_stage_that_a_failed_job_is_named_after(string jobs, GateStage? stage)
    {
        var run = AlertedRun.Of(Variables(("GITHUB_EVENT_NAME", "workflow_run")), """{ "repository": { "default_branch": "main" }, "workflow_run": { "id": 77, "name": "ci", "event": "push", "head_branch": "main", "conclusion": "failure" } }""", null, ("", ""), [], Now);

        RunAlerts.Of(run with { Facts = run.Facts with { Failed = [.. jobs.Split(',')] } }, []).Single().Stage.ShouldBe(stage);
    }

    [Fact]
    public void A_night_that_fails_for_what_is_told_already_is_not_told_besides()
    {
        var run = AlertedRun.Of(Variables(("JOB_RESULTS", """{ "audit": { "result": "failure" }, "health": { "result": "success" } }""")), null, null, ("", ""), [], Now);

        RunAlerts.Of(run, []).Single().ShouldSatisfyAllConditions(x => x.Key.ShouldBe("nightly-failure:nightly"), x => x.IsOpen.ShouldBeTrue());
        RunAlerts.Of(run, ["audit"]).Single().IsOpen.ShouldBeFalse();
    }

    [Theory]
    [InlineData("tag", "push", "v1.2.3", null)]
    [InlineData("branch", "workflow_dispatch", "main", "v1.2.3")]
    public void A_release_that_fails_is_over_when_it_goes_through(string type, string cause, string reference, string? tag)
    {
        AlertedRun Run(string result) => AlertedRun.Of(
            Variables(("JOB_RESULTS", $$"""{ "announce": { "result": "{{result}}" } }"""), ("GITHUB_REF_TYPE", type), ("GITHUB_EVENT_NAME", cause), ("GITHUB_REF_NAME", reference)), null, tag, ("", ""), [], Now);

        var failed = RunAlerts.Of(Run("failure"), []).Single();
        var out_ = RunAlerts.Of(Run("success"), []).Single();

        (failed.Event, failed.IsOpen, failed.Key).ShouldBe((AlertEvent.ReleaseFailed, true, "release-failed:v1.2.3"));
        (out_.Event, out_.IsOpen, out_.Key).ShouldBe((AlertEvent.ReleasePublished, false, "release-failed:v1.2.3"));
    }

    [Fact]
    public void A_run_of_another_branch_and_one_on_a_desk_say_nothing_of_the_pipeline()
    {
        var other = AlertedRun.Of(Variables(("GITHUB_REF_NAME", "feature")), """{ "repository": { "default_branch": "main" } }""", null, ("", ""), [], Now);
        var desk = AlertedRun.Of(_ => null, null, null, ("caro", "Ci"), ["Lint"], Now);

        RunAlerts.Of(other, []).ShouldBeEmpty();
        RunAlerts.Of(desk, []).ShouldBeEmpty();
    }

    private static Func<string, string?> Variables(params (string Name, string Value)[] more)
    {
        var all = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["GITHUB_ACTIONS"] = "true",
            ["GITHUB_EVENT_NAME"] = "schedule",
            ["GITHUB_REF_NAME"] = "main",
            ["GITHUB_REF_TYPE"] = "branch",
            ["GITHUB_REPOSITORY"] = "octo/caro",
            ["GITHUB_RUN_ID"] = "42",
            ["GITHUB_WORKFLOW"] = "nightly",
        };
        foreach (var (name, value) in more)
            all[name] = value;
        return all.GetValueOrDefault;
    }
}
