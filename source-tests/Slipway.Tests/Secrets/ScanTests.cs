using System.Text;
using Slipway.Secrets;
using Slipway.Tests.Base;

namespace Slipway.Tests.Secrets;

/// <summary>Where the built-in scanner looks, with a real git.</summary>
public class ScanTests
{
    private static readonly string Token = Planted.GitHubToken("scan");

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_tree_is_what_is_tracked_or_could_be()
    {
        using var repository = await GitFolder.InitializeAsync();
        repository.With(".gitignore", "target/\n").With("tracked.txt", Token).With("gone.txt", Token).With("sub folder/ä.txt", $"\n\n{Token}\n");
        await repository.CommitAsync("one");
        File.Delete(repository / "gone.txt");
        repository.With("target/ignored.txt", Token).With("new.txt", Token);
        if (!OperatingSystem.IsWindows())
            File.CreateSymbolicLink(repository / "link.txt", "tracked.txt");

        var scan = await ScanAsync(repository, SecretScopes.Tree);
        scan.Findings.Select(finding => $"{finding.File}:{finding.Line}").ShouldBe(["new.txt:1", "sub folder/ä.txt:3", "tracked.txt:1"]);
        scan.Files.ShouldBe(4);
        scan.Findings.ShouldAllBe(finding => finding.Commit == null && finding.IsInTree);
        // A folder of it is enough.
        (await ScanAsync(repository, SecretScopes.Tree, folder: repository / "sub folder")).Findings.Count.ShouldBe(3);
    }

    [Fact]
    public async Task Without_a_repository_all_files_are_read_but_what_is_built()
    {
        using var folder = RustProject.Empty().With("src/a.rs", Token).With("target/a.rs", Token).With(".env", Token);
        var scan = await SecretScanner.ScanAsync(new SecretScanRequest(folder.Folder, SecretScopes.Tree), SecretBaseline.None, Cancelled);
        scan.Findings.Select(finding => finding.File).ShouldBe([".env", "src/a.rs"]);
    }

    [Fact]
    public async Task Binary_and_large_files_are_skipped_and_counted_and_wrong_bytes_tolerated()
    {
        using var repository = await GitFolder.InitializeAsync();
        await File.WriteAllBytesAsync(repository / "binary", [0, .. Encoding.ASCII.GetBytes(Token)], Cancelled);
        await File.WriteAllTextAsync(repository / "large", Token + new string('\n', ScannedText.LargestFile), Cancelled);
        await File.WriteAllBytesAsync(repository / "latin", [0xE9, 0xFF, .. Encoding.ASCII.GetBytes($"\n{Token}"), 0xFF], Cancelled);
        await File.WriteAllTextAsync(repository / "wide", $"\n{Token}\n", Encoding.Unicode, Cancelled);
        var scan = await ScanAsync(repository, SecretScopes.Tree);
        scan.Findings.Select(finding => $"{finding.File}:{finding.Line}").ShouldBe(["latin:2", "wide:2"]);
        (scan.Files, scan.Skipped).ShouldBe((2, 2));
    }

    [Fact]
    public async Task Changes_show_what_a_later_commit_removed_and_not_what_was_there_before()
    {
        using var repository = await GitFolder.InitializeAsync();
        repository.With("old.txt", Planted.GitHubToken("old"));
        var start = await repository.CommitAsync("base");
        repository.With("a b.txt", $"one\ntwo\n{Token}\n");
        var added = await repository.CommitAsync("add");
        repository.With("a b.txt", "one\ntwo\n");
        await repository.CommitAsync("remove");

        var scan = await ScanAsync(repository, SecretScopes.Changes, start);
        scan.Commits.ShouldBe(2);
        scan.Findings.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            found => found.File.ShouldBe("a b.txt"),
            found => found.Line.ShouldBe(3),
            found => found.Commit.ShouldBe(added),
            found => found.IsInTree.ShouldBeFalse());
    }

    [Fact]
    public async Task A_secret_in_tree_and_commits_is_one_finding_with_the_oldest_commit()
    {
        using var repository = await GitFolder.InitializeAsync();
        var start = await repository.CommitAsync("base");
        repository.With("a.txt", $"{Token}\n");
        var added = await repository.CommitAsync("add");
        repository.With("a.txt", $"moved\n\n{Token} \n");
        await repository.CommitAsync("move");
        var found = (await ScanAsync(repository, SecretScopes.Tree | SecretScopes.Changes, start)).Findings.ShouldHaveSingleItem();
        (found.Line, found.Commit, found.IsInTree).ShouldBe((3, added, true));
    }

    [Fact]
    public async Task History_is_all_branches_and_what_only_a_merge_adds()
    {
        using var repository = await GitFolder.InitializeAsync();
        repository.With("a.txt", "a\n");
        await repository.CommitAsync("one");
        await repository.GitAsync("switch", "--quiet", "--create", "topic");
        repository.With("b.txt", Planted.GitHubToken("topic"));
        await repository.CommitAsync("topic");
        await repository.GitAsync("switch", "--quiet", "main");
        repository.With("a.txt", "b\n");
        await repository.CommitAsync("two");
        await repository.GitAsync("merge", "--quiet", "--no-ff", "--no-commit", "topic");
        repository.With("b.txt", $"{Planted.GitHubToken("topic")}\nx\n{Token}\n");
        var merge = await repository.CommitAsync("merge");
        await repository.GitAsync("switch", "--quiet", "--orphan", "other");
        repository.With("c.txt", Planted.GitHubToken("orphan"));
        await repository.CommitAsync("orphan");

        var scan = await ScanAsync(repository, SecretScopes.History);
        scan.Commits.ShouldBe(5);
        scan.Findings.Select(finding => $"{finding.File}:{finding.Line}").ShouldBe(["b.txt:1", "b.txt:3", "c.txt:1"]);
        scan.Findings[1].Commit.ShouldBe(merge);
    }

    [Fact]
    public async Task What_a_file_says_is_not_taken_for_the_log_and_carriage_returns_end_no_line()
    {
        using var repository = await GitFolder.InitializeAsync();
        await repository.CommitAsync("base");
        var start = await repository.GitAsync("rev-parse", "HEAD");
        repository.With("tab\tand \"quote\".txt", string.Join('\n', "one\rtwo\rthree", "++ b/other.txt", "@@ -1,1 +1,9 @@", "diff --git a/x b/x", "commit 0", "Binary files x", "\\ No newline", Token));
        repository.With("windows.txt", $"one\r\n\r\n{Planted.GitHubToken("crlf")}\r\n");
        await repository.CommitAsync("add");

        var scan = await ScanAsync(repository, SecretScopes.Changes, start);
        scan.Findings.Select(finding => $"{finding.File}:{finding.Line}").ShouldBe(["tab\tand \"quote\".txt:8", "windows.txt:3"]);
        (scan.Commits, scan.Skipped).ShouldBe((1, 0));
    }

    [Fact]
    public async Task A_key_over_several_lines_is_found_in_commits_and_settings_of_git_do_not_matter()
    {
        using var repository = await GitFolder.InitializeAsync();
        await repository.GitAsync("config", "diff.noprefix", "true");
        await repository.GitAsync("config", "color.ui", "always");
        await repository.GitAsync("config", "diff.external", "false");
        await repository.GitAsync("config", "log.showSignature", "true");
        repository.With("key.pem", "\n" + Planted.Of("private-key").Text + "\n");
        await repository.CommitAsync("key");
        var found = (await ScanAsync(repository, SecretScopes.History)).Findings.ShouldHaveSingleItem();
        (found.Rule, found.File, found.Line).ShouldBe(("private-key", "key.pem", 3));
    }

    [Fact]
    public async Task Files_that_are_binary_or_large_in_commits_are_counted()
    {
        using var repository = await GitFolder.InitializeAsync();
        await File.WriteAllBytesAsync(repository / "binary", [0, 1, 2], Cancelled);
        await File.WriteAllTextAsync(repository / "large", Token + new string('\n', ScannedText.LargestFile), Cancelled);
        await repository.CommitAsync("add");
        var scan = await ScanAsync(repository, SecretScopes.History);
        scan.Findings.ShouldBeEmpty();
        scan.Skipped.ShouldBe(2);
    }

    [Fact]
    public async Task A_part_of_the_history_is_not_taken_for_all_of_it()
    {
        using var origin = await GitFolder.InitializeAsync();
        await origin.CommitAsync("one");
        await origin.CommitAsync("two");
        using var clone = await GitFolder.CloneAsync(origin, "--depth", "1");
        (await Should.ThrowAsync<SlipwayException>(() => ScanAsync(clone, SecretScopes.History))).Message.ShouldBe("The history cannot be scanned: this clone has only a part of it.");
        (await Should.ThrowAsync<SlipwayException>(() => ScanAsync(clone, SecretScopes.Changes, "0123456789012345678901234567890123456789"))).Hint!.ShouldContain("fetch-depth: 0");
        using var folder = RustProject.Empty();
        (await Should.ThrowAsync<SlipwayException>(() => SecretScanner.ScanAsync(new SecretScanRequest(folder.Folder, SecretScopes.History), SecretBaseline.None, Cancelled))).Message.ShouldContain("no git repository");
    }

    [Fact]
    public async Task A_configuration_in_the_root_is_used()
    {
        using var repository = await GitFolder.InitializeAsync();
        repository.With(".gitleaks.toml", "[[rules]]\nid = \"ours\"\nregex = '''our-[0-9]+'''\n").With("a.txt", $"our-{1} {Token}");
        var scan = await ScanAsync(repository, SecretScopes.Tree);
        scan.Findings.ShouldHaveSingleItem().Rule.ShouldBe("ours");
        scan.Scanner.ShouldBe("the built-in scanner with 1 rules");
    }

    private static Task<SecretScan> ScanAsync(GitFolder repository, SecretScopes scopes, string? start = null, string? folder = null) =>
        SecretScanner.ScanAsync(new SecretScanRequest(folder ?? repository.Folder, scopes, start), SecretBaseline.None, Cancelled);
}
