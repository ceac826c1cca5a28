using Slipway.Releasing;
using Slipway.Tests.Base;

namespace Slipway.Tests.Releasing;

public class PreflightTests
{
    private static readonly ReleaseTag Tag = ReleaseTag.Parse("v1.2.3", []);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_tagged_commit_of_main_with_nothing_changed_is_good()
    {
        using var repository = await RepositoryAsync();
        await repository.GitAsync("tag", "v1.2.3");

        var facts = await RepositoryReader.ReadAsync(repository.Folder, "v1.2.3", Token);

        LocalPreflight.Judge(Tag, facts, isReal: true).ShouldAllBe(check => check.Verdict == PreflightVerdict.Good);
    }

    [Fact]
    public async Task Everything_that_is_bad_is_said_at_once()
    {
        using var repository = await RepositoryAsync();
        await repository.GitAsync("tag", "--annotate", "--message", "x", "v1.2.3");
        await repository.GitAsync("checkout", "--quiet", "-b", "side");
        repository.With("a.txt", "2");
        var head = await repository.CommitAsync("Second");
        repository.With("a.txt", "3").With("new things/b.txt", "1").With("ignored.log", "1");

        var facts = await RepositoryReader.ReadAsync(repository.Folder, "v1.2.3", Token);
        var bad = LocalPreflight.Judge(Tag, facts, isReal: true, begunWith: new string('0', 40));

        bad.Select(check => check.Verdict).ShouldAllBe(verdict => verdict == PreflightVerdict.Bad);
        bad.ShouldAllBe(check => check.Fix != null);
        bad.Select(check => check.Message).ShouldBe(
        [
            $"v1.2.3 is {facts.TagCommit![..12]}, and {head[..12]} is checked out.",
            $"A release of v1.2.3 was begun with 000000000000, and {head[..12]} is checked out: the tag was moved.",
            "Files are not as they were committed: a.txt, new things/.",
            "The commit is not on main.",
        ]);
    }

    [Fact]
    public async Task A_rehearsal_may_come_before_the_tag_and_a_release_may_not()
    {
        using var repository = await RepositoryAsync();
        var facts = await RepositoryReader.ReadAsync(repository.Folder, "v1.2.3", Token);

        LocalPreflight.Judge(Tag, facts, isReal: false)[0].Verdict.ShouldBe(PreflightVerdict.Note);
        LocalPreflight.Judge(Tag, facts, isReal: true)[0].Fix!.ShouldContain("git tag v1.2.3");
    }

    [Fact]
    public async Task A_shallow_clone_says_that_it_does_not_know_the_branch()
    {
        using var origin = await RepositoryAsync();
        origin.With("a.txt", "2");
        await origin.CommitAsync("Second");
        using var clone = await GitFolder.CloneAsync(origin, "--depth", "1");
        await clone.GitAsync("checkout", "--quiet", "--orphan", "other");
        clone.With("c.txt", "1");
        await clone.CommitAsync("Alone");

        var facts = await RepositoryReader.ReadAsync(clone.Folder, "v1.2.3", Token);

        facts.MainBranch.ShouldBe("origin/main");
        facts.IsOnMainBranch.ShouldNotBe(true);
    }

    [Fact]
    public async Task The_time_of_everything_is_the_commits()
    {
        using var repository = await RepositoryAsync();
        var head = await repository.GitAsync("rev-parse", "HEAD");

        var time = await RepositoryReader.TimeOfAsync(repository.Folder, head, Token);

        time.ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture).ShouldBe(await repository.GitAsync("log", "-1", "--format=%ct"));
        (await Should.ThrowAsync<SlipwayException>(() => RepositoryReader.TimeOfAsync(repository.Folder, new string('1', 40), Token))).Message.ShouldContain("does not know");
    }

    private static async Task<GitFolder> RepositoryAsync()
    {
        var repository = await GitFolder.InitializeAsync();
        repository.With("a.txt", "1").With(".gitignore", "*.log\n");
        await repository.CommitAsync("First");
        return repository;
    }
}
