using System.Text.Json;

namespace EndToEnd.Tests;

/// <summary>What a user sees of a secret, and what nobody sees.</summary>
public class SecretsTests
{
    // Made here, so that no scanner finds it in the sources.
    private static readonly string Token = "ghp_" + string.Concat(Enumerable.Range(0, 36).Select(index => "aQ7xK2mZ9"[index * 5 % 9]));

    private static readonly string Other = "npm_" + string.Concat(Enumerable.Range(0, 36).Select(index => "bR8yL3nW0"[index * 7 % 9]));

    [Fact]
    public async Task A_planted_token_fails_and_is_shown_nowhere_until_it_is_accepted_with_a_reason()
    {
        using var pipeline = new Pipeline().WithPackage("tool").WithFile("src/main.rs", $"fn main() {{\n    let _ = \"{Token}\";\n}}\n");
        await pipeline.CommitAsync("Plant");

        var run = (await pipeline.RunAsync("checks", "--skip", "lint", "format", "toolchain")).ShouldExitWith(1);
        run.ShouldSay($"work space/src/main.rs:2: GitHub personal access token (classic): ghp_… ({Token.Length} characters) (github-personal-token)")
            .ShouldSay("Revoke it first: who has the commit has the secret. Then take it out of the file.")
            .ShouldSay("--accept-secrets REASON");
        run.SummaryOf("ScanSecrets").ShouldContain("1 secret");
        var sarif = JsonDocument.Parse(pipeline.Report("secrets.sarif")).RootElement.GetProperty("runs")[0].GetProperty("results")[0];
        sarif.GetProperty("ruleId").GetString().ShouldBe("github-personal-token");
        sarif.GetProperty("locations")[0].GetProperty("physicalLocation").GetProperty("artifactLocation").GetProperty("uri").GetString().ShouldBe("work%20space/src/main.rs");
        ShouldBeNowhere(pipeline, run, Token);

        (await pipeline.RunAsync("scan-secrets", "--accept-secrets", "")).ShouldExitWith(2).ShouldSay("--accept-secrets has no reason");
        (await pipeline.RunAsync("scan-secrets", "--accept-secrets", "revoked in May")).ShouldExitWith(0).ShouldSay("1 accepted");
        run = (await pipeline.RunAsync("scan-secrets")).ShouldExitWith(0);
        (await File.ReadAllTextAsync(Path.Combine(pipeline.Root, ".secrets-baseline.json"), TestContext.Current.CancellationToken)).ShouldContain("revoked in May");
        ShouldBeNowhere(pipeline, run, Token);

        pipeline.WithFile("src/main.rs", "fn main() {}\n");
        (await pipeline.RunAsync("scan-secrets")).ShouldExitWith(0);
        pipeline.Report("gates.json").ShouldContain("(revoked in May) is not there any more");
    }

    [Fact]
    public async Task A_pull_request_fails_for_a_secret_that_a_later_commit_removes()
    {
        using var pipeline = new Pipeline().WithPackage("tool");
        await pipeline.CommitAsync("Base");
        await pipeline.GitAsync("update-ref", "refs/remotes/origin/main", "HEAD");
        pipeline.WithFile("notes.txt", Other);
        await pipeline.CommitAsync("Plant");
        var planted = (await pipeline.GitAsync("rev-parse", "HEAD")).Trim();
        pipeline.WithFile("notes.txt", "");
        await pipeline.CommitAsync("Remove");

        (await pipeline.RunAsync("scan-secrets")).ShouldExitWith(0);
        (await pipeline.RunAsync("scan-history")).ShouldExitWith(1).ShouldSay($"in commit {planted[..9]}");
        (await pipeline.RunAsync("scan-secrets", "--secrets-scope", "changes", "--base", planted)).ShouldExitWith(0);
        pipeline.WithVariable("GITHUB_ACTIONS", "true").WithVariable("GITHUB_BASE_REF", "main");
        var run = (await pipeline.RunAsync("scan-secrets")).ShouldExitWith(1);
        run.ShouldSay($"npm access token: npm_… ({Other.Length} characters), in commit {planted[..9]}").ShouldSay("::error file=work space/notes.txt");
        ShouldBeNowhere(pipeline, run, Other);
        pipeline.WithVariable("GITHUB_BASE_REF", "missing");
        (await pipeline.RunAsync("scan-secrets")).ShouldExitWith(3).ShouldSay("The commits of the change cannot be scanned");
    }

    [Theory]
    [InlineData("--secrets-scope", "moon", "--secrets-scope is moon")]
    [InlineData("--secrets-config", "missing.toml", "The rules for secrets cannot be read")]
    public async Task A_value_that_cannot_be_is_an_error_of_usage(string option, string value, string message)
    {
        using var pipeline = new Pipeline().WithPackage("tool");
        (await pipeline.RunAsync("scan-secrets", option, value)).ShouldExitWith(2).ShouldSay(message);
    }

    private static void ShouldBeNowhere(Pipeline pipeline, PipelineRun run, string secret)
    {
        (run.Output + run.Error).ShouldNotContain(secret[6..20]);
        string[] folders = [Path.Combine(pipeline.Root, "artifacts"), Path.Combine(pipeline.Root, ".nuke")];
        var files = folders.SelectMany(folder => Directory.GetFiles(folder, "*", SearchOption.AllDirectories)).ToList();
        files.ShouldContain(file => file.EndsWith("build.log", StringComparison.Ordinal));
        files.ShouldContain(file => file.EndsWith("summary.md", StringComparison.Ordinal));
        foreach (var file in files)
            File.ReadAllText(file).ShouldNotContain(secret[6..20], customMessage: file);
    }
}
