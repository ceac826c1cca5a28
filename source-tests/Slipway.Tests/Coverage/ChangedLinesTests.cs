using Slipway.Base;
using Slipway.Coverage;
using Slipway.Tests.Base;

namespace Slipway.Tests.Coverage;

/// <summary>Real differences of a real repository.</summary>
public class ChangedLinesTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Lines_that_were_added_or_written_anew_are_changed_and_others_are_not()
    {
        using var repository = await GitFolder.InitializeAsync();
        repository.With("crate/src/lib.rs", "one\ntwo\nthree\nfour\n").With("crate/src/gone.rs", "gone\n").With("notes.md", "text\n");
        var commit = new BaseCommit(await repository.CommitAsync("base"), "test");
        repository.With("crate/src/lib.rs", "one\n++ b/trap.rs\n2\r3\nfour\nfive\n").With("notes.md", "other\n").With("crate/src/new.rs", "new\n");
        File.Delete(repository / "crate/src/gone.rs");
        await repository.CommitAsync("change");
        repository.With("crate/src/ä b.rs", "not known yet\n").With("crate/src/lib.rs", "one\n++ b/trap.rs\n2\r3\nfour\nfive\nsix\n");

        var changes = await ChangedLines.SinceAsync(commit, repository / "crate", cancellationToken: Token);

        changes.Files.Keys.Select(Path.GetFileName).Order(StringComparer.Ordinal).ShouldBe(["lib.rs", "new.rs", "ä b.rs"]);
        Enumerable.Range(1, 7).Where(line => changes.Has(repository / "crate/src/lib.rs", line)).ShouldBe([2, 3, 5, 6]);
        changes.Has(repository / "crate/src/new.rs", 1).ShouldBeTrue();
        changes.Has(repository / "crate/src/ä b.rs", 1).ShouldBeTrue();
        changes.Has(repository / "crate/src/other.rs", 1).ShouldBeFalse();
        changes.Has(repository / "crate/src/lib.rs", new LineRange(4, 5)).ShouldBeTrue();
        changes.Has(repository / "crate/src/lib.rs", new LineRange(7, 9)).ShouldBeFalse();
        (await ChangedLines.SinceAsync(commit, repository / "crate", "*", Token)).Has(repository / "notes.md", 1).ShouldBeTrue();
    }

    [Fact]
    public async Task The_settings_of_the_user_do_not_change_what_was_changed()
    {
        using var repository = await GitFolder.InitializeAsync();
        var commit = new BaseCommit(await repository.With("src/lib.rs", "one\n").CommitAsync("base"), "test");
        foreach (var (name, value) in new[] { ("diff.noprefix", "true"), ("diff.mnemonicPrefix", "true"), ("color.ui", "always"), ("diff.external", "false"), ("diff.context", "9"), ("diff.relative", "true") })
            await repository.GitAsync("config", name, value);
        repository.With("src/lib.rs", "one\ntwo\n");

        var changes = await ChangedLines.SinceAsync(commit, repository / "src", cancellationToken: Token);

        changes.Files.ShouldHaveSingleItem().Key.ShouldBe(repository / "src/lib.rs");
        changes.Has(repository / "src/lib.rs", 2).ShouldBeTrue();
        changes.Has(repository / "src/lib.rs", 1).ShouldBeFalse();
    }

    [Theory]
    [InlineData("")]
    [InlineData("diff --git a/x.rs b/x.rs\n")]
    [InlineData("@@ -1 +1 @@\n+x\n")]
    [InlineData("diff --git a/x.rs b/x.rs\n--- a/x.rs\n+++ b/x.rs\n@@ -1 +99999999999 @@\n")]
    public void A_difference_that_says_nothing_changes_no_line(string text) =>
        ChangedLines.Parse(text).Values.SelectMany(ranges => ranges).ShouldBeEmpty();

    [Fact]
    public void The_patch_is_the_changed_lines_that_have_code()
    {
        var data = Measured.Data(Measured.File("src/lib.rs", 1, 0, null, 0, 1, 0, 0), Measured.File("src/other.rs", 0));
        var changes = new ChangedLines(new Dictionary<string, IReadOnlyList<LineRange>>(StringComparer.Ordinal)
        {
            [Path.GetFullPath("/ws/src/lib.rs")] = [new(2, 5), new(7, 9)],
        });

        var patch = PatchCoverage.Of(data, changes, "/ws");

        patch.Lines.ShouldBe(new Tally(1, 4));
        patch.Missed.Select(missed => $"{missed.Path}:{missed.Range}").ShouldBe(["src/lib.rs:2-4", "src/lib.rs:7"]);
    }
}
