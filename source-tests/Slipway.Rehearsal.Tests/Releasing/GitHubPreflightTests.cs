using Slipway.Rehearsal.Faults;
using Slipway.Rehearsal.GitHub;
using Slipway.Releasing;
using Slipway.Releasing.GitHub;

namespace Slipway.Rehearsal.Tests.Releasing;

public class GitHubPreflightTests
{
    private const string Workflow = ".github/workflows/release.yml";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_repository_that_is_ready_is_good_in_every_point()
    {
        await using var bench = await ReadyAsync();

        var checks = await AskAsync(bench);

        checks.ShouldAllBe(check => check.Verdict == PreflightVerdict.Good);
        checks.Select(check => check.Name).ShouldBe(["remote tag", "ci", "issues", "immutability", "release", "rights", "requests", "clock"]);
    }

    [Fact]
    public async Task Everything_that_is_bad_is_said_at_once_and_nothing_is_changed()
    {
        await using var bench = await ReleaseBench.StartAsync();
        await bench.AskAsync("POST", "git/refs", $$"""{"ref":"refs/tags/v1.2.3","sha":"{{ReleaseBench.OtherCommit}}"}""");
        bench.Server.AddCheckRun(ReleaseBench.Commit, "ci / test", "failure");
        bench.Server.AddIssue("Deletes the home folder", ["P0", "bug"]);
        bench.Server.AddIssue("A pull request is none", ["P0"], isPullRequest: true);
        var before = await bench.StateAsync();

        var checks = await AskAsync(bench, subject => subject with { Calls = 6000 }, new ManualTime());

        var bad = checks.Where(check => check.Verdict == PreflightVerdict.Bad).ToList();
        bad.Select(check => check.Name).ShouldBe(["remote tag", "ci", "issues", "requests", "clock"]);
        bad.ShouldAllBe(check => check.Fix != null);
        bad[0].Message.ShouldBe("v1.2.3 is dddddddddd on GitHub, and cccccccccc is checked out: the tag was moved.");
        bad[1].Message.ShouldBe("ci / test failed for cccccccccccc.");
        bad[2].Message.ShouldBe("Open, and labelled P0: #1 Deletes the home folder.");
        bad[3].Message.ShouldContain("and the release may need 6000.");
        (await bench.StateAsync()).ShouldBe(before);
    }

    [Theory]
    [InlineData("success", "success", CheckState.Passed)]
    [InlineData("failure", "success", CheckState.Passed)]
    [InlineData("success", "failure", CheckState.Failed)]
    [InlineData("success", null, CheckState.Pending)]
    [InlineData("success", "cancelled", CheckState.Failed)]
    public async Task The_last_word_of_a_check_counts(string first, string? last, CheckState expected)
    {
        await using var bench = await ReadyAsync();
        bench.Server.AddCheckRun(ReleaseBench.Commit, "ci / lint", first);
        bench.Server.AddCheckRun(ReleaseBench.Commit, "ci / lint", last);

        var check = (await AskAsync(bench)).Single(check => check.Name == "ci");

        check.Message.ShouldBe(expected switch
        {
            CheckState.Passed => "ci / lint, ci / test passed for cccccccccccc",
            CheckState.Pending => "ci / lint still runs for cccccccccccc.",
            _ => "ci / lint failed for cccccccccccc.",
        });
    }

    [Fact]
    public async Task The_checks_of_the_release_itself_do_not_count()
    {
        await using var bench = await ReadyAsync();
        bench.Server.AddCheckRun(ReleaseBench.Commit, "release", "failure", Workflow);
        bench.Server.AddCheckRun(ReleaseBench.Commit, "preflight", conclusion: null, Workflow);

        (await AskAsync(bench)).ShouldAllBe(check => check.Verdict == PreflightVerdict.Good);

        bench.Server.AddCheckRun(ReleaseBench.Commit, "preflight", "failure", ".github/workflows/ci.yml");
        (await AskAsync(bench)).Single(check => check.Name == "ci").Message.ShouldBe("preflight failed for cccccccccccc.");
    }

    [Fact]
    public async Task Statuses_count_as_checks_do()
    {
        await using var bench = await ReadyAsync();
        bench.Server.AddStatus(ReleaseBench.Commit, "coverage", "failure");

        (await AskAsync(bench)).Single(check => check.Name == "ci").Message.ShouldBe("coverage failed for cccccccccccc.");
        (await AskAsync(bench, subject => subject with { RequiredChecks = ["ci / test"] })).Single(check => check.Name == "ci").Verdict.ShouldBe(PreflightVerdict.Good);
    }

    [Fact]
    public async Task A_commit_that_CI_never_saw_is_not_released()
    {
        await using var bench = await ReleaseBench.StartAsync();

        (await AskAsync(bench)).Single(check => check.Name == "ci").Message.ShouldBe("No check ran for cccccccccccc.");
        bench.Server.AddCheckRun(ReleaseBench.Commit, "other", "success");
        (await AskAsync(bench, subject => subject with { RequiredChecks = ["ci / test", "other"] })).Single(check => check.Name == "ci").Message
            .ShouldBe("ci / test did not run for cccccccccccc.");
    }

    [Fact]
    public async Task A_tag_of_an_immutable_release_that_was_deleted_is_known_before_anything_is_built()
    {
        await using var bench = await ReadyAsync();
        var id = await bench.MakeReleaseAsync(draft: false);
        (await AskAsync(bench)).Single(check => check.Name == "release").Message.ShouldBe("v1.2.3 is public already: what is there is compared, and not changed");
        await bench.AskAsync("DELETE", $"releases/{id}");

        var check = (await AskAsync(bench)).Single(check => check.Name == "release");

        check.Verdict.ShouldBe(PreflightVerdict.Bad);
        check.Message.ShouldBe("v1.2.3 belonged to an immutable release that was deleted, and GitHub never lets the tag be used again.");
    }

    [Fact]
    public async Task A_draft_of_another_commit_stops_and_one_of_this_is_gone_on_with()
    {
        await using var bench = await ReadyAsync();
        var id = await bench.MakeReleaseAsync(target: ReleaseBench.OtherCommit);
        (await AskAsync(bench)).Single(check => check.Name == "release").Message.ShouldStartWith($"Draft {id} for v1.2.3 was begun with dddddddddd");
        await bench.AskAsync("DELETE", $"releases/{id}");

        await bench.MakeReleaseAsync();

        (await AskAsync(bench)).Single(check => check.Name == "release").Message.ShouldEndWith("for v1.2.3 is there with 0 assets: it is gone on with");
    }

    [Fact]
    public async Task A_token_that_only_reads_is_enough_for_a_job_that_only_reads()
    {
        await using var bench = await ReadyAsync("reader");
        bench.Token = "reader";

        var checks = await AskAsync(bench);

        checks.Single(check => check.Name == "rights").Message.ShouldBe("The token may not write octo/caro.");
        (await AskAsync(bench, subject => subject with { NeedsWrite = false })).Single(check => check.Name == "rights").Verdict.ShouldBe(PreflightVerdict.Good);
    }

    [Fact]
    public async Task A_question_that_GitHub_does_not_answer_is_bad_and_the_others_are_answered()
    {
        await using var bench = await ReadyAsync();
        bench.Faults.Add(new Fault("GET", "/api/v3/repos/octo/caro/issues") { Status = 403 });

        var checks = await AskAsync(bench);

        var bad = checks.Single(check => check.Verdict == PreflightVerdict.Bad);
        (bad.Name, bad.Message).ShouldBe(("issues", "GitHub does not let the token do this: Fault of the rehearsal."));
        checks.Count.ShouldBe(8);
    }

    private static async Task<ReleaseBench> ReadyAsync(string? reader = null)
    {
        var bench = await ReleaseBench.StartAsync(new GitHubOptions { ImmutableReleases = true, ReadOnlyToken = reader });
        await bench.AskAsync("POST", "git/refs", $$"""{"ref":"refs/tags/v1.2.3","sha":"{{ReleaseBench.Commit}}"}""");
        bench.Server.AddCheckRun(ReleaseBench.Commit, "ci / test", "success");
        return bench;
    }

    private static async Task<IReadOnlyList<PreflightCheck>> AskAsync(ReleaseBench bench, Func<PreflightSubject, PreflightSubject>? change = null, TimeProvider? time = null)
    {
        using var releases = bench.Releases();
        var subject = new PreflightSubject(
            ReleaseTag.Parse(ReleaseBench.Tag, []), ReleaseBench.Commit, DateTimeOffset.UnixEpoch, Workflow, RequiredChecks: [], BlockingLabels: ["P0"], Calls: 200, NeedsWrite: true);
        return await new GitHubPreflight(releases, change?.Invoke(subject) ?? subject, time ?? TimeProvider.System).RunAsync(Token);
    }
}
