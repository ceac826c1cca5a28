using Slipway.Base;

namespace Slipway.Tests.Base;

public class SourceStateTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_same_content_is_the_same_tree_whatever_the_commit_and_whatever_stands_beside()
    {
        using var repository = await GitFolder.InitializeAsync("topic");
        repository.With(".gitignore", "target\n").With("crate/a", "1");
        var first = await repository.CommitAsync("first");
        var before = (await ReadAsync(repository))!;
        (before.Commit, before.Branch, before.Tree).ShouldBe((first, "topic", await repository.GitAsync("rev-parse", "HEAD:crate")));

        var second = await repository.With("beside", "2").CommitAsync("second");
        (await ReadAsync(repository)).ShouldBe(before with { Commit = second });
        repository.With("crate/target/built", "3").With("other", "4");
        (await ReadAsync(repository)).ShouldBe(before with { Commit = second });
        await repository.GitAsync("checkout", "--quiet", "--detach");
        (await ReadAsync(repository)).ShouldBe(before with { Commit = second, Branch = null });
    }

    [Fact]
    public async Task Every_change_is_another_tree_and_without_it_the_tree_is_as_before()
    {
        using var repository = await GitFolder.InitializeAsync();
        await repository.With("crate/a", "1").With("crate/b", "1").CommitAsync("first");
        var clean = (await ReadAsync(repository))!.Tree;

        var trees = new List<string> { clean };
        trees.Add((await ReadAsync(repository.With("crate/a", "2")))!.Tree);
        trees.Add((await ReadAsync(repository.With("crate/a", "3")))!.Tree);
        trees.Add((await ReadAsync(repository.With("crate/new", "1")))!.Tree);
        File.Delete(repository / "crate/b");
        trees.Add((await ReadAsync(repository))!.Tree);

        trees.ShouldBeUnique();
        trees.Skip(1).ShouldAllBe(tree => tree.StartsWith(clean + "+", StringComparison.Ordinal));
        File.Delete(repository / "crate/new");
        (await ReadAsync(repository.With("crate/a", "1").With("crate/b", "1")))!.Tree.ShouldBe(clean);
    }

    [Fact]
    public async Task Without_a_commit_there_is_none()
    {
        using var repository = await GitFolder.InitializeAsync();
        repository.With("crate/a", "1");
        (await ReadAsync(repository)).ShouldBeNull();
        (await SourceState.ReadAsync(repository / "nowhere", Token)).ShouldBeNull();
        using var alone = RustProject.Empty();
        (await SourceState.ReadAsync(alone.Folder, Token)).ShouldBeNull();
    }

    private static Task<SourceState?> ReadAsync(GitFolder repository) => SourceState.ReadAsync(repository / "crate", Token);
}
