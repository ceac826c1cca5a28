using Octokit;
using Slipway.Processes;
using Slipway.Rehearsal.GitHub;

namespace Slipway.Rehearsal.Tests.GitHub;

public class CommitTests
{
    [Fact]
    public async Task Check_runs_and_statuses_are_told_of_their_commit()
    {
        await using var bench = await Bench.StartAsync();
        bench.Server.AddCheckRun(Bench.Commit, "ci / test", "success");
        bench.Server.AddCheckRun(Bench.Commit, "ci / gates", conclusion: null);
        bench.Server.AddCheckRun(new string('b', 40), "ci / test", "failure");
        bench.Server.AddStatus(Bench.Commit, "deploy", "failure");
        bench.Server.AddStatus(Bench.Commit, "deploy", "success");

        var runs = await bench.Client().Check.Run.GetAllForReference(Bench.Owner, Bench.Name, Bench.Commit);
        var status = await bench.Client().Repository.Status.GetCombined(Bench.Owner, Bench.Name, "main");

        runs.CheckRuns.Select(run => (run.Name, run.Conclusion?.StringValue)).ShouldBe([("ci / test", "success"), ("ci / gates", null)]);
        (status.State.StringValue, status.TotalCount).ShouldBe(("success", 1));
    }

    [Fact]
    public async Task Issues_are_found_by_label_and_comments_kept()
    {
        await using var bench = await Bench.StartAsync();
        bench.Server.AddIssue("It sinks", ["P0", "bug"]);
        bench.Server.AddIssue("It sank", ["P0"], isOpen: false);
        var number = (int)bench.Server.AddIssue("Mend it", ["P1"], isPullRequest: true);
        var comments = bench.Client().Issue.Comment;
        var filter = new RepositoryIssueRequest { State = ItemStateFilter.Open };
        filter.Labels.Add("P0");

        (await bench.Client().Issue.GetAllForRepository(Bench.Owner, Bench.Name, filter)).Select(issue => issue.Title).ShouldBe(["It sinks"]);
        var comment = await comments.Create(Bench.Owner, Bench.Name, number, "One");
        await comments.Update(Bench.Owner, Bench.Name, comment.Id, "Two");
        (await comments.GetAllForIssue(Bench.Owner, Bench.Name, number)).Single().Body.ShouldBe("Two");
        await Should.ThrowAsync<NotFoundException>(() => comments.Create(Bench.Owner, Bench.Name, 99, "Nowhere"));
    }

    [Fact]
    public async Task Issues_are_opened_changed_closed_and_opened_again()
    {
        await using var bench = await Bench.StartAsync();
        var issues = bench.Client().Issue;
        var wanted = new NewIssue("It leaks") { Body = "Slowly." };
        wanted.Labels.Add("bug");

        var opened = await issues.Create(Bench.Owner, Bench.Name, wanted);
        (opened.State.StringValue, opened.Body, opened.User.Type, opened.Labels.Single().Name).ShouldBe(("open", "Slowly.", AccountType.Bot, "bug"));
        var closed = await issues.Update(Bench.Owner, Bench.Name, opened.Number, new IssueUpdate { State = ItemState.Closed, Title = "It leaked" });
        (closed.State.StringValue, closed.Title, closed.ClosedAt is not null, closed.Body).ShouldBe(("closed", "It leaked", true, "Slowly."));
        (await issues.GetAllForRepository(Bench.Owner, Bench.Name)).ShouldBeEmpty();
        (await issues.Update(Bench.Owner, Bench.Name, opened.Number, new IssueUpdate { State = ItemState.Open })).ClosedAt.ShouldBeNull();
        (await issues.Get(Bench.Owner, Bench.Name, opened.Number)).Title.ShouldBe("It leaked");
        await Should.ThrowAsync<NotFoundException>(() => issues.Update(Bench.Owner, Bench.Name, 99, new IssueUpdate()));
        await Should.ThrowAsync<ApiValidationException>(() => issues.Create(Bench.Owner, Bench.Name, new NewIssue("")));
    }

    [Fact]
    public async Task Runs_of_workflows_are_found_by_branch_and_state_with_their_jobs()
    {
        await using var bench = await Bench.StartAsync();
        bench.Server.AddWorkflowRun("ci.yml", Bench.Commit, "main", "success");
        var failed = bench.Server.AddWorkflowRun("ci.yml", Bench.Commit, "main", "failure", "push", "test (linux)");
        bench.Server.AddWorkflowRun("ci.yml", Bench.Commit, "main", conclusion: null);
        bench.Server.AddWorkflowRun("ci.yml", Bench.Commit, "other", "success");
        var runs = bench.Client().Actions.Workflows;

        var found = await runs.Runs.List(Bench.Owner, Bench.Name, new WorkflowRunsRequest { Branch = "main", Status = CheckRunStatusFilter.Completed });
        found.WorkflowRuns.Select(run => (run.Name, run.Conclusion?.StringValue)).ShouldBe([("ci", "failure"), ("ci", "success")]);
        (await runs.Jobs.List(Bench.Owner, Bench.Name, failed)).Jobs.Select(job => job.Name).ShouldBe(["test (linux)"]);
    }

    [Fact]
    public async Task A_published_release_tags_the_commit_in_the_git_repository()
    {
        using var folder = new TemporaryFolder();
        var git = Git.Get(folder.Path);
        var token = TestContext.Current.CancellationToken;
        await git.EnsureAsync(token, "init", "--quiet", "--initial-branch=main", "work");
        string[] identity = ["-C", "work", "-c", "user.name=Ada", "-c", "user.email=ada@example.org", "-c", "commit.gpgSign=false"];
        await git.EnsureAsync(token, [.. identity, "commit", "--quiet", "--allow-empty", "--message", "Begin"]);
        await git.EnsureAsync(token, "clone", "--quiet", "--bare", "work", "bare");
        var commit = await Git.Get(folder / "work").CommitAsync("HEAD", token);
        await using var bench = await Bench.StartAsync(new GitHubOptions { GitRepository = folder / "bare" });

        await bench.PublishAsync(await bench.DraftAsync());

        (await Git.Get(folder / "bare").CommitAsync("refs/tags/v1.0.0", token)).ShouldBe(commit);
        (await bench.Client().Repository.Commit.Get(Bench.Owner, Bench.Name, "v1.0.0")).Sha.ShouldBe(commit);
        await Should.ThrowAsync<ApiValidationException>(() => bench.Client().Git.Reference.Create(Bench.Owner, Bench.Name, new NewReference("refs/tags/v1.0.0", commit)));
        await Should.ThrowAsync<ApiValidationException>(() => bench.Client().Repository.Commit.Get(Bench.Owner, Bench.Name, "nowhere"));
    }
}
