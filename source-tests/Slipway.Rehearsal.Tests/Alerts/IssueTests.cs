using Slipway.Alerts;
using Slipway.Rehearsal.Faults;
using Slipway.Rehearsal.GitHub;

namespace Slipway.Rehearsal.Tests.Alerts;

public class IssueTests
{
    private static readonly AlertRoutes OnlyIssues = AlertRoutes.None
        .With(AlertEvent.BranchRed, AlertChannel.GitHubIssue)
        .With(AlertEvent.AuditFinding, AlertChannel.GitHubIssue);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_problem_has_one_issue_that_is_kept_up_to_date_and_closed_with_it()
    {
        await using var bench = await AlertBench.StartAsync();

        await bench.TellAsync(bench.Branch(1, red: true), OnlyIssues);
        var opened = bench.Servers.GitHub.Issues.ShouldHaveSingleItem();
        bench.Time.Advance(TimeSpan.FromHours(1));
        await bench.TellAsync(bench.Branch(2, red: true), OnlyIssues);
        var kept = bench.Servers.GitHub.Issues.ShouldHaveSingleItem();
        bench.Time.Advance(TimeSpan.FromHours(1));
        await bench.TellAsync(bench.Branch(3, red: false), OnlyIssues);
        var closed = bench.Servers.GitHub.Issues.ShouldHaveSingleItem();

        (opened.Title, opened.IsOpen, opened.Labels.Single()).ShouldBe(("ci failed in octo/caro (main)", true, "slipway"));
        opened.Body.ShouldStartWith("<!-- slipway:alert:branch-red:main:ci -->\n");
        (kept.IsOpen, kept.Comments.Length).ShouldBe((true, 0));
        kept.Body.ShouldContain("- Runs that saw it: `2`");
        (closed.IsOpen, closed.Title).ShouldBe((false, "ci failed in octo/caro (main)"));
        closed.Comments.ShouldHaveSingleItem().ShouldContain("ci passes again in octo/caro (main): https://github.example/octo/caro/actions/runs/3");
    }

    [Theory]
    [InlineData(13, 1)]
    [InlineData(15, 2)]
    public async Task A_problem_that_comes_back_within_fourteen_days_opens_its_issue_again(int days, int issues)
    {
        await using var bench = await AlertBench.StartAsync();
        await bench.TellAsync(bench.Branch(1, red: true), OnlyIssues);
        await bench.TellAsync(bench.Branch(2, red: false), OnlyIssues);

        bench.Time.Advance(TimeSpan.FromDays(days));
        await bench.TellAsync(bench.Branch(3, red: true), OnlyIssues);

        bench.Servers.GitHub.Issues.Count.ShouldBe(issues);
        bench.Servers.GitHub.Issues[^1].IsOpen.ShouldBeTrue();
        if (issues == 1)
            bench.Servers.GitHub.Issues[0].Comments[1].ShouldContain("It is back.");
    }

    [Fact]
    public async Task What_others_write_is_never_taken_for_our_own()
    {
        await using var bench = await AlertBench.StartAsync();
        const string Body = "<!-- slipway:alert:branch-red:main:ci -->\n<!-- slipway:state:{\"Since\":0,\"Times\":1,\"Run\":\"1/1\",\"Seen\":0,\"Told\":{\"discord\":{\"IsOpen\":true,\"At\":0}}} -->\n";
        var theirs = bench.Servers.GitHub.AddIssue("A copy", ["slipway"], body: Body, user: "mallory");
        bench.Servers.GitHub.AddIssue("Without the label", [], body: Body);

        await bench.TellElsewhereAsync(bench.Branch(1, red: true));
        await bench.TellElsewhereAsync(bench.Branch(2, red: false));

        bench.Servers.GitHub.Issues.Single(x => x.Number == theirs).ShouldSatisfyAllConditions(x => x.IsOpen.ShouldBeTrue(), x => x.Body.ShouldBe(Body), x => x.Comments.ShouldBeEmpty());
        bench.Servers.GitHub.Issues.Count.ShouldBe(3);
        bench.Told.Count().ShouldBe(2);
    }

    [Fact]
    public async Task An_issue_that_a_person_has_closed_stays_closed_while_the_problem_goes_on()
    {
        await using var bench = await AlertBench.StartAsync();
        await bench.TellAsync(bench.Branch(1, red: true), OnlyIssues);
        await bench.Issues().UpdateAsync(1, new() { ["state"] = "closed" }, Token);

        await bench.TellAsync(bench.Branch(2, red: true), OnlyIssues);
        await bench.TellAsync(bench.Branch(3, red: false), OnlyIssues);

        bench.Servers.GitHub.Issues.ShouldHaveSingleItem().IsOpen.ShouldBeFalse();
    }

    [Theory]
    [InlineData("POST", "/**/issues", true)]
    [InlineData("POST", "/**/issues", false)]
    [InlineData("GET", "/**/issues", false)]
    public async Task An_answer_that_is_lost_leaves_one_issue(string method, string path, bool commits)
    {
        await using var bench = await AlertBench.StartAsync();
        bench.Faults.Add(new Fault(method, path) { Server = "github", Cut = true, Commits = commits });

        await bench.TellAsync(bench.Branch(1, red: true), OnlyIssues);

        bench.Servers.GitHub.Issues.ShouldHaveSingleItem();
        bench.Faults.Pending.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_problem_is_said_to_be_over_once_when_the_closing_fails()
    {
        await using var bench = await AlertBench.StartAsync();
        await bench.TellAsync(bench.Branch(1, red: true), OnlyIssues);
        bench.Faults.Add(new Fault("PATCH", "/**/issues/1") { Server = "github", Status = 500, Times = 2 });

        await bench.TellAsync(bench.Branch(2, red: false), OnlyIssues);

        var issue = bench.Servers.GitHub.Issues.ShouldHaveSingleItem();
        (issue.IsOpen, issue.Comments.Length).ShouldBe((false, 1));
    }

    [Fact]
    public async Task A_token_without_the_permission_is_told_which_one()
    {
        await using var bench = await AlertBench.StartAsync(new GitHubOptions { ReadOnlyToken = "may-read" });

        var error = await Should.ThrowAsync<SlipwayException>(async () => await bench.Alerting(await bench.HistoryAsync(), OnlyIssues, token: "may-read").TellAsync(bench.Branch(1, red: true), Token));

        error.Kind.ShouldBe(ErrorKind.Configuration);
        error.Explain().ShouldBe("GitHub does not let the token do this in rehearsal/crate.\nGITHUB_TOKEN needs the permission 'issues: write': [Uses(Capability.WriteIssues)] on the target of the job, and generate the workflows.");
    }

    [Fact]
    public async Task A_repository_without_issues_is_told_so()
    {
        await using var bench = await AlertBench.StartAsync();
        bench.Faults.Add(new Fault("GET", "/**/issues") { Server = "github", Status = 410, Body = "{\"message\":\"Issues are disabled for this repo\"}" });

        var error = await Should.ThrowAsync<SlipwayException>(() => bench.TellAsync(bench.Branch(1, red: true), OnlyIssues));

        error.Message.ShouldBe("rehearsal/crate has no issues.");
    }

    [Fact]
    public async Task An_issue_that_would_not_be_found_again_is_closed_and_said()
    {
        await using var bench = await AlertBench.StartAsync();
        bench.Faults.Add(new Fault("POST", "/**/issues") { Server = "github", Status = 201, Commits = true, Body = "{\"number\":1,\"title\":\"ci failed\",\"labels\":[]}" });

        var error = await Should.ThrowAsync<SlipwayException>(() => bench.TellAsync(bench.Branch(1, red: true), OnlyIssues));

        error.Explain().ShouldBe("GitHub took issue #1 without the label 'slipway', by which it is found again; it is closed.\nThe owner of GITHUB_TOKEN must be allowed to write to rehearsal/crate.");
        bench.Servers.GitHub.Issues.ShouldHaveSingleItem().IsOpen.ShouldBeFalse();
    }

    [Fact]
    public async Task New_issues_beyond_the_limit_of_an_hour_wait_and_are_not_lost()
    {
        await using var bench = await AlertBench.StartAsync();
        AlertReport Findings(string run) => new(run, bench.Time.GetUtcNow(), Enumerable.Range(0, 12).Select(x => new Alert(AlertEvent.AuditFinding, null, AlertWords.Key(AlertEvent.AuditFinding, $"{x}"), AlertBench.Text($"finding {x}"), IsOpen: true)));
        var alerting = bench.Alerting(await bench.HistoryAsync(), OnlyIssues);

        await alerting.TellAsync(Findings("1"), Token);
        var first = bench.Servers.GitHub.Issues.Count;
        bench.Time.Advance(TimeSpan.FromMinutes(61));
        await alerting.TellAsync(Findings("2"), Token);

        (first, bench.Servers.GitHub.Issues.Count).ShouldBe((10, 12));
        bench.Log.ShouldContain("2 more wait, as GitHubIssue has had 10 within an hour: a later run tells of them");
    }

    [Fact]
    public async Task Issues_are_found_on_any_page_and_pull_requests_are_none()
    {
        await using var bench = await AlertBench.StartAsync();
        await bench.TellAsync(bench.Branch(1, red: true), OnlyIssues);
        for (var index = 0; index < 150; index++)
            bench.Servers.GitHub.AddIssue("Another", ["slipway"], isPullRequest: index % 2 == 0);

        await bench.Alerting(new AlertMemory(), OnlyIssues).TellAsync(bench.Branch(2, red: true), Token);

        bench.Servers.GitHub.Issues.Count(x => x.Title.StartsWith("ci failed", StringComparison.Ordinal)).ShouldBe(1);
    }
}
