using Slipway.Base;

namespace Slipway.Tests.Base;

public class BaseFinderTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task On_a_branch_it_is_where_the_branch_left_the_main_one()
    {
        using var repository = await GitFolder.InitializeAsync();
        var fork = await repository.CommitAsync("one");
        await repository.GitAsync("switch", "--quiet", "--create", "topic");
        await repository.CommitAsync("two");
        await repository.GitAsync("switch", "--quiet", "main");
        await repository.CommitAsync("three");
        await repository.GitAsync("switch", "--quiet", "topic");

        (await FindAsync(repository)).ShouldBe(new Found<BaseCommit>(new BaseCommit(fork, "merge base with main"), null));
    }

    [Fact]
    public async Task The_default_branch_of_origin_goes_before_those_with_usual_names()
    {
        using var origin = await GitFolder.InitializeAsync("trunk");
        var fork = await origin.CommitAsync("one");
        using var clone = await GitFolder.CloneAsync(origin);
        await clone.GitAsync("branch", "main");
        await clone.CommitAsync("two");

        (await FindAsync(clone)).Value.ShouldBe(new BaseCommit(fork, "merge base with origin/trunk"));
    }

    [Theory]
    [InlineData("main")]
    [InlineData("master")]
    public async Task Without_a_default_branch_of_origin_its_usual_names_go_before_local_ones(string branch)
    {
        using var origin = await GitFolder.InitializeAsync(branch);
        var fork = await origin.CommitAsync("one");
        using var clone = await GitFolder.CloneAsync(origin);
        await clone.GitAsync("remote", "set-head", "origin", "--delete");
        await clone.CommitAsync("two");

        (await FindAsync(clone)).Value.ShouldBe(new BaseCommit(fork, $"merge base with origin/{branch}"));
    }

    [Fact]
    public async Task On_the_main_branch_it_is_the_commit_before_HEAD_also_when_that_is_a_merge()
    {
        using var repository = await GitFolder.InitializeAsync();
        await repository.CommitAsync("one");
        await repository.GitAsync("switch", "--quiet", "--create", "topic");
        await repository.CommitAsync("topic");
        await repository.GitAsync("switch", "--quiet", "main");
        var before = await repository.CommitAsync("two");
        await repository.GitAsync("merge", "--quiet", "--no-ff", "--message", "merge", "topic");

        (await FindAsync(repository)).Value.ShouldBe(new BaseCommit(before, "the commit before HEAD, which is in main"));
    }

    [Fact]
    public async Task A_detached_HEAD_and_a_worktree_have_a_base_too()
    {
        using var repository = await GitFolder.InitializeAsync();
        var fork = await repository.CommitAsync("one");
        await repository.GitAsync("worktree", "add", "--quiet", "--detach", "tree");
        await repository.GitAsync("-C", "tree", "commit", "--quiet", "--allow-empty", "--message", "two");
        await repository.CommitAsync("three");

        var found = await BaseFinder.FindAsync(new BaseRequest(repository / "tree"), Token);

        found.Value.ShouldBe(new BaseCommit(fork, "merge base with main"));
    }

    [Fact]
    public async Task In_a_pull_request_it_is_where_the_merge_meets_the_branch_it_goes_into()
    {
        using var origin = await GitFolder.InitializeAsync();
        await origin.CommitAsync("one");
        await origin.GitAsync("switch", "--quiet", "--create", "release");
        var target = await origin.CommitAsync("two");
        using var clone = await GitFolder.CloneAsync(origin);
        await clone.GitAsync("switch", "--quiet", "--detach", "origin/main");
        await clone.CommitAsync("change");
        await clone.GitAsync("merge", "--quiet", "--no-ff", "--message", "merge", "origin/release");

        (await FindAsync(clone, pullRequestBranch: "release")).Value.ShouldBe(new BaseCommit(target, "merge base with origin/release"));
        (await FindAsync(clone, pullRequestBranch: "gone")).Reason!.ShouldBe(
            "the branch origin/gone of the pull request is not in this clone; fetch it with `git fetch --unshallow`, or check out with fetch-depth: 0");
    }

    [Fact]
    public async Task A_revision_that_is_named_is_taken_as_it_is()
    {
        using var repository = await GitFolder.InitializeAsync();
        var first = await repository.CommitAsync("one");
        await repository.GitAsync("tag", "--annotate", "--message", "first", "v1");
        var head = await repository.CommitAsync("two");

        (await FindAsync(repository, "v1")).Value.ShouldBe(new BaseCommit(first, "--base v1"));
        (await FindAsync(repository, "HEAD")).Value.ShouldBe(new BaseCommit(head, "--base HEAD"));
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("--help")]
    [InlineData("HEAD:file")]
    [InlineData("")]
    public async Task A_revision_that_does_not_exist_is_an_error_of_usage(string revision)
    {
        using var repository = await GitFolder.InitializeAsync();
        await repository.With("file", "text").CommitAsync("one");

        var exception = await Should.ThrowAsync<SlipwayException>(() => FindAsync(repository, revision));

        (exception.Kind, exception.Message).ShouldBe((ErrorKind.Configuration, $"--base: git knows no commit '{revision}'."));
        exception.Hint.ShouldNotBeNull();
    }

    [Fact]
    public async Task A_shallow_clone_says_how_to_get_the_history()
    {
        using var origin = await GitFolder.InitializeAsync();
        await origin.CommitAsync("one");
        await origin.GitAsync("branch", "topic");
        await origin.CommitAsync("two");
        await origin.GitAsync("switch", "--quiet", "topic");
        await origin.CommitAsync("three");
        using var main = await GitFolder.CloneAsync(origin, "--depth", "1", "--branch", "main");
        using var topic = await GitFolder.CloneAsync(origin, "--depth", "1", "--branch", "topic", "--no-single-branch");

        (await FindAsync(main)).Reason!.ShouldStartWith("the clone is shallow and lacks the commit before HEAD; fetch it with `git fetch --unshallow`");
        await topic.GitAsync("remote", "set-head", "origin", "main");
        (await FindAsync(topic)).Reason!.ShouldStartWith("the clone is shallow, and its history does not reach where HEAD left origin/main; fetch it");
        (await Should.ThrowAsync<SlipwayException>(() => FindAsync(main, "v1"))).Hint!.ShouldStartWith("The clone is shallow and may lack it");
    }

    [Fact]
    public async Task Where_there_is_no_history_the_reason_is_given()
    {
        using var plain = RustProject.Empty();
        (await BaseFinder.FindAsync(new BaseRequest(plain.Folder), Token)).Reason.ShouldBe("the workspace is in no git repository");
        var asked = await Should.ThrowAsync<SlipwayException>(() => BaseFinder.FindAsync(new BaseRequest(plain.Folder, "v1"), Token));
        (asked.Kind, asked.Message).ShouldBe((ErrorKind.Configuration, "--base v1 cannot be found: the workspace is in no git repository."));

        using var repository = await GitFolder.InitializeAsync();
        (await FindAsync(repository)).Reason.ShouldBe("the branch has no commit yet");
        await repository.CommitAsync("one");
        (await FindAsync(repository)).Reason.ShouldBe("HEAD is the first commit, and there is none to compare with");

        await repository.GitAsync("switch", "--quiet", "--orphan", "other");
        await repository.CommitAsync("unrelated");
        (await FindAsync(repository)).Reason.ShouldBe("HEAD and main have no commit in common; name the commit to compare with: --base REVISION");
        await repository.GitAsync("branch", "--quiet", "--delete", "--force", "main");
        (await FindAsync(repository)).Reason.ShouldBe("there is no branch main or master, here or in origin; name the commit to compare with: --base REVISION");
    }

    private static Task<Found<BaseCommit>> FindAsync(GitFolder repository, string? revision = null, string? pullRequestBranch = null) =>
        BaseFinder.FindAsync(new BaseRequest(repository.Folder, revision, pullRequestBranch), Token);
}
