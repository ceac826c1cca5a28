using System.Text.Json;
using Slipway.Secrets;
using Slipway.Tests.Base;

namespace Slipway.Tests.Secrets;

/// <summary>What gitleaks is started with, and what becomes of its report; the program is a script that acts like it.</summary>
public class GitleaksTests
{
    private static readonly string Token = Planted.GitHubToken("gitleaks");

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Its_findings_are_taken_without_the_secret_and_without_ignored_files()
    {
        using var repository = await GitFolder.InitializeAsync();
        repository.With(".gitignore", "target/\n").With("src/a.rs", "x").With("target/a.rs", "x");
        var program = Script(repository, $"cat >\"$report\" <<'END'\n[{Finding("src/a.rs", 3, Token)}, {Finding("target/a.rs", 1, Token)}]\nEND\n");
        var scan = await ScanAsync(repository, SecretScopes.Tree, program);

        scan.Scanner.ShouldBe("gitleaks");
        var found = scan.Findings.ShouldHaveSingleItem();
        found.ShouldBe(new SecretFinding("github-pat", "A token", "src/a.rs", 3, null, true, $"ghp_… ({Token.Length} characters)", SecretHash.Fingerprint(Token, SecretBaseline.None.Salt)));
        var arguments = await File.ReadAllLinesAsync(repository / ".git/arguments", Cancelled);
        arguments[..2].ShouldBe(["dir", "."]);
        arguments.ShouldContain("--ignore-gitleaks-allow");
        var report = arguments[Array.IndexOf(arguments, "--report-path") + 1];
        Directory.Exists(Path.GetDirectoryName(report)).ShouldBeFalse("the report has the secrets in it");
    }

    [Fact]
    public async Task Commits_and_a_configuration_are_passed_on()
    {
        using var repository = await GitFolder.InitializeAsync();
        var start = await repository.CommitAsync("one");
        var end = await repository.CommitAsync("two");
        repository.With(".gitleaks.toml", "");
        var program = Script(repository, $"cat >\"$report\" <<'END'\n{Report("gone.rs", 7, Token, end)}\nEND\n");

        var scan = await ScanAsync(repository, SecretScopes.Changes, program, start);
        scan.Commits.ShouldBe(1);
        scan.Findings.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            found => found.Commit.ShouldBe(end),
            found => found.IsInTree.ShouldBeFalse());
        var arguments = await File.ReadAllLinesAsync(repository / ".git/arguments", Cancelled);
        arguments[..3].ShouldBe(["git", ".", $"--log-opts=--full-history {start}..HEAD"]);
        arguments[Array.IndexOf(arguments, "--config") + 1].ShouldEndWith(".gitleaks.toml");

        (await ScanAsync(repository, SecretScopes.History, program)).Commits.ShouldBe(2);
        (await File.ReadAllLinesAsync(repository / ".git/arguments", Cancelled))[2].ShouldBe("--log-opts=--full-history --all");
    }

    [Theory]
    [InlineData("exit 3", "gitleaks ended with exit code 3.")]
    [InlineData("exit 0", "gitleaks wrote no report.")]
    [InlineData("printf '' >\"$report\"", "What gitleaks reports is no JSON, or not complete.")]
    [InlineData("printf '[{\"RuleID\": \"x\", ' >\"$report\"", "What gitleaks reports is no JSON, or not complete.")]
    [InlineData("printf 'null' >\"$report\"", "What gitleaks reports is empty.")]
    [InlineData("printf '[null]' >\"$report\"", "What gitleaks reports has a finding without its rule, file or secret.")]
    [InlineData("printf '[{\"RuleID\": \"x\", \"File\": \"a\"}]' >\"$report\"", "What gitleaks reports has a finding without its rule, file or secret.")]
    [InlineData("printf '[{\"RuleID\": \"x\", \"File\": \"a\", \"Secret\": \"s\", \"Commit\": \"--evil\"}]' >\"$report\"", "What gitleaks reports has a finding in a commit that is none.")]
    [InlineData("printf '{}' >\"$report\"", "What gitleaks reports is no JSON, or not complete.")]
    public async Task What_cannot_be_believed_is_one_clear_error(string script, string message)
    {
        using var repository = await GitFolder.InitializeAsync();
        var program = Script(repository, $"echo {Token} >&2\n{script}\n");
        var refused = await Should.ThrowAsync<SlipwayException>(() => ScanAsync(repository, SecretScopes.Tree, program));
        refused.Message.ShouldBe(message);
        refused.Kind.ShouldBe(ErrorKind.Environment);
        refused.Explain().ShouldNotContain(Token[4..]);
    }

    [Fact]
    public void Control_characters_of_a_report_do_not_reach_the_log()
    {
        var finding = GitleaksReport.Parse(System.Text.Encoding.UTF8.GetBytes(Report("a\n::error::b", 1, Token, "")), SecretBaseline.None.Salt).ShouldHaveSingleItem();
        finding.File.ShouldBe("a::error::b");
    }

    internal static string Report(string file, int line, string secret, string commit) => $"[{Finding(file, line, secret, commit)}]";

    private static string Finding(string file, int line, string secret, string commit = "") => JsonSerializer.Serialize(new Dictionary<string, object>
    {
        ["RuleID"] = "github-pat",
        ["Description"] = "A token",
        ["StartLine"] = line,
        ["EndLine"] = line,
        ["Match"] = $"token = {secret}",
        ["Secret"] = secret,
        ["File"] = file,
        ["Commit"] = commit,
        ["Tags"] = Array.Empty<string>(),
        ["Entropy"] = 4.5,
    });

    private static string Script(GitFolder repository, string body)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The program that acts like gitleaks is a shell script.");
        repository.With(".git/gitleaks", $"#!/bin/sh\nprintf '%s\\n' \"$@\" >.git/arguments\nwhile [ $# -gt 0 ]; do [ \"$1\" = --report-path ] && report=$2; shift; done\n{body}");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(repository / ".git/gitleaks", UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return repository / ".git/gitleaks";
    }

    private static Task<SecretScan> ScanAsync(GitFolder repository, SecretScopes scopes, string program, string? start = null) =>
        SecretScanner.ScanAsync(new SecretScanRequest(repository.Folder, scopes, start, Gitleaks: program), SecretBaseline.None, Cancelled);
}
