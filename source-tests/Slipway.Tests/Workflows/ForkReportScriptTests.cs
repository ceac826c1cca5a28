using Slipway.Gates;
using Slipway.Reporting;
using Slipway.Tests.Reporting;

namespace Slipway.Tests.Workflows;

/// <summary>The script itself, in bash with jq and unzip, against something that answers like gh.</summary>
public class ForkReportScriptTests
{
    public ForkReportScriptTests() => Assert.SkipWhen(OperatingSystem.IsWindows(), "the script is for bash on Linux");

    [Fact]
    public async Task The_report_becomes_a_comment()
    {
        using var hub = new ForkHub().WithReport(GatesFile.Write(new GateReport([Samples.Lint, Samples.UnitTest with { Leg = "macos-15" }, Samples.Safety])));

        (await hub.RunAsync()).ShouldBe("The report is shown in pull request 7.");

        hub.Posted.ShouldBe("""
            <!-- slipway:report -->
            ## ❌ 1 of 3 gates failed

            [All of it, and the logs](https://github.com/octo/crate/actions/runs/99)

            _This is what the run of a fork says of itself._

            | gate | verdict | why |
            | --- | --- | --- |
            | `Lint`  | ❌ fail | `1 warning` |
            | `SafetyTest`  | ⏭️ skipped | `no safety module` |
            | `UnitTest` `macos-15` | ✅ pass |  |

            - `src/lib.rs:12` `comparing 'Vec<u8>' ' by hand`

            """);
        hub.Calls.ShouldContain("POST repos/octo/crate/issues/7/comments");
    }

    [Fact]
    public async Task The_comment_of_the_last_run_is_updated_and_those_of_others_are_not()
    {
        using var hub = new ForkHub().WithReport(GatesFile.Write(new GateReport([Samples.Format])))
            .WithComments((1, "mallory", PullRequestCommentText.Marker), (2, "github-actions[bot]", "> quoted " + PullRequestCommentText.Marker), (3, "github-actions[bot]", PullRequestCommentText.Marker + "\nold"), (4, "github-actions[bot]", PullRequestCommentText.Marker));

        await hub.RunAsync();

        hub.Calls[^1].ShouldBe("PATCH repos/octo/crate/issues/comments/3");
        hub.Posted.ShouldStartWith("<!-- slipway:report -->\n## ✅ No gate failed\n");
    }

    [Fact]
    public async Task What_a_stranger_writes_mentions_nobody_links_nowhere_and_is_no_HTML()
    {
        const string Attack = "`@octocat` <!-- x --><img src=//attack.invalid> [click](https://attack.invalid)\n\n# big | cell\r\u202E";
        using var hub = new ForkHub().WithReport(GatesFile.Write(new GateReport(
            [Samples.Lint with { Name = Attack, Leg = Attack, Reason = Attack, Findings = [new Finding(FindingSeverity.Error, Attack, Attack, 1, Help: Attack)] }])));

        await hub.RunAsync();

        var lines = hub.Posted.Split('\n').Where(line => line.Contains("octocat", StringComparison.Ordinal)).ToList();
        // Every other part is outside of code.
        lines.Select(line => string.Concat(line.Split('`').Where((_, index) => index % 2 == 0))).ShouldBe(["|   | ❌ fail |  |", "-  "]);
        hub.Posted.Split('\n').Length.ShouldBe(13);
        hub.Posted.ShouldNotContain('\u202E');
    }

    [Fact]
    public async Task A_huge_report_has_room_in_a_comment()
    {
        var gate = Samples.Lint with { Reason = new string('r', 5_000), Findings = [.. Enumerable.Range(0, 200).Select(line => new Finding(FindingSeverity.Error, new string('m', 5_000), new string('f', 900), line))] };
        using var hub = new ForkHub().WithReport(GatesFile.Write(new GateReport(Enumerable.Range(0, 200).Select(number => gate with { Name = $"Gate{number}", Findings = number < 2 ? gate.Findings : [] }))));

        await hub.RunAsync();

        hub.Posted.Length.ShouldBeInRange(20_000, PullRequestCommentText.Limit);
        hub.Posted.ShouldContain("## ❌ 200 of 200 gates failed");
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{\"gates\":3}")]
    [InlineData("{\"gates\":\"x\"}")]
    public async Task What_is_no_report_is_not_shown(string report)
    {
        using var hub = new ForkHub().WithReport(report);

        (await hub.RunAsync()).ShouldBe("The report of the run cannot be read: nothing to show.");

        hub.Calls.ShouldAllBe(call => call.StartsWith("GET ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Values_of_any_type_are_no_crash()
    {
        using var hub = new ForkHub().WithReport("""{"gates":[1,null,{},{"name":3,"verdict":"fail","reason":[],"findings":{"a":1}},{"verdict":"fail","findings":[2,{"line":"x","file":{}}]}]}""");

        await hub.RunAsync();

        hub.Posted.ShouldContain("## ❌ 2 of 3 gates failed");
    }

    [Fact]
    public async Task An_archive_that_unpacks_to_gigabytes_is_not_read_to_its_end()
    {
        using var hub = new ForkHub().WithReport(new string(' ', 60_000_000) + GatesFile.Write(new GateReport([Samples.Lint])));

        (await hub.RunAsync()).ShouldBe("The report of the run cannot be read: nothing to show.");
    }

    [Fact]
    public async Task The_pull_request_is_the_one_that_GitHub_knows_at_that_commit()
    {
        using var hub = new ForkHub().WithReport(GatesFile.Write(new GateReport([Samples.Lint])));
        hub.WithPullRequests((5, "other-sha", "fork/crate"), (6, "abc", "octo/crate"));

        (await hub.RunAsync()).ShouldBe("No open pull request has this commit at its head: nothing to show.");

        hub.Calls.ShouldHaveSingleItem().ShouldBe("GET repos/octo/crate/pulls state=open per_page=100 head=fork:feature");
    }

    [Theory]
    [InlineData(10_000_001, false)]
    [InlineData(100, true)]
    public async Task An_artifact_that_is_too_large_or_gone_is_not_fetched(int size, bool expired)
    {
        using var hub = new ForkHub().WithReport("{}").WithArtifact(size, expired);

        (await hub.RunAsync()).ShouldBe("The run has left no report, or one of more than 10 MB: nothing to show.");

        hub.Calls.ShouldAllBe(call => !call.EndsWith("/zip", StringComparison.Ordinal));
    }
}
