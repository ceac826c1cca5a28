using System.Text.Json;
using System.Text.Json.Nodes;

namespace EndToEnd.Tests;

/// <summary>What a developer sees who breaks one of the checks of the sample, and what CodeQL's alerts do.</summary>
public class AnalysisTests
{
    private const string Shell = """

        /// Runs a command.
        ///
        /// # Errors
        ///
        /// There is no shell.
        pub fn run_in_shell(command: &str) -> std::io::Result<std::process::ExitStatus> {
            std::process::Command::new("sh")
                .arg("-c")
                .arg(command)
                .status()
        }

        """;

    private static readonly string[] Checks = ["Analyze", "Audit", "Format", "Lint", "ScanSecrets"];

    [Fact]
    public async Task A_shell_in_the_sample_fails_the_analysis_alone_and_only_while_it_is_new()
    {
        using var pipeline = await SampleAsync();
        Append(pipeline, Shell);
        var run = (await pipeline.RunAsync("checks")).ShouldExitWith(1);
        ShouldBreakOnly(pipeline, "Analyze");
        run.SummaryOf("Analyze").ShouldContain("1 new finding");
        run.ShouldSay($"work space/src/lib.rs:{LineOf(pipeline, "Command::new")}:5: call of `std::process::Command::new`: a shell reads the text as a program: whoever has a say in it can run anything (slipway::shell_command)")
            .ShouldSay("Start the program itself, with a list of arguments: Command::new(\"git\").args([…]).")
            .ShouldSay("new AllowedIssue(\"slipway::shell_command\", \"src/lib.rs\", \"…\")");
        var result = JsonDocument.Parse(pipeline.Report("analysis.sarif")).RootElement.GetProperty("runs")[0].GetProperty("results")
            .EnumerateArray().Single(x => x.GetProperty("ruleId").GetString() == "slipway::shell_command");
        result.GetProperty("partialFingerprints").GetProperty("primaryLocationLineHash").GetString().ShouldEndWith(":1");

        await pipeline.CommitAsync("Run a shell");
        (await pipeline.RunAsync("analyze", "--base", "HEAD")).ShouldExitWith(0).SummaryOf("Analyze").ShouldContain("Succeeded");
        pipeline.Report("gates.json").ShouldContain("(--base HEAD) has it already");
        (await pipeline.RunAsync("analyze", "--base", "HEAD~2", "--analysis-fails-from", "off")).ShouldExitWith(0).ShouldSay("The base was analyzed by an earlier run");
        (await pipeline.RunAsync("analyze", "--analysis-fails-from", "2")).ShouldExitWith(2).ShouldSay("--analysis-fails-from is 2").ShouldSay("It can be note, warning, error or off.");
    }

    [Fact]
    public async Task Careless_code_in_the_sample_fails_the_lint_alone()
    {
        using var pipeline = await SampleAsync();
        Append(pipeline, "\n/// Is one.\npub fn one() -> u8 {\n    return 1;\n}\n");
        var run = (await pipeline.RunAsync("checks")).ShouldExitWith(1);
        ShouldBreakOnly(pipeline, "Lint");
        run.SummaryOf("Lint").ShouldContain("1 warning");
        run.ShouldSay($"work space/src/lib.rs:{LineOf(pipeline, "return 1")}:5: unneeded `return` statement (clippy::needless_return)")
            .ShouldSay("remove `return`: `1` (https://rust-lang.github.io/rust-clippy/stable/index.html#needless_return)");
    }

    [Fact]
    public async Task Untidy_code_in_the_sample_fails_the_format_alone_and_the_change_is_shown()
    {
        using var pipeline = await SampleAsync();
        Append(pipeline, "\n/// Is one.\npub fn  one() -> u8 {\n    1\n}\n");
        var run = (await pipeline.RunAsync("checks")).ShouldExitWith(1);
        ShouldBreakOnly(pipeline, "Format");
        run.SummaryOf("Format").ShouldContain("1 file to format");
        run.ShouldSay("-pub fn  one() -> u8 {").ShouldSay("+pub fn one() -> u8 {").ShouldSay("Run `cargo fmt --all`.");
        pipeline.Report("summary.md").ShouldContain("\n```diff\n@@ src/lib.rs:");
        pipeline.Report("summary.md").ShouldContain("\n+pub fn one() -> u8 {\n");
    }

    [Fact]
    public async Task A_second_run_that_compiles_nothing_still_shows_the_warnings_and_fails()
    {
        using var pipeline = new Pipeline().WithPackage("sloppy", library: Pipeline.Library.Replace("    number + 1", "    let unused = 1;\n    number + 1", StringComparison.Ordinal));
        (await pipeline.RunAsync("compile", "--skip", "checks")).ShouldExitWith(1).ShouldSay("Compiling sloppy");
        var run = (await pipeline.RunAsync("compile", "--skip", "checks")).ShouldExitWith(1);
        run.Output.ShouldNotContain("Compiling sloppy");
        run.SummaryOf("Compile").ShouldContain("1 warning");
        run.ShouldSay("work space/src/lib.rs:5:9: unused variable: `unused` (unused_variables)");
    }

    [Theory]
    [InlineData("lint")]
    [InlineData("analyze")]
    public async Task Broken_settings_of_clippy_are_an_error_of_configuration_with_their_line(string target)
    {
        using var pipeline = new Pipeline().WithPackage("good").WithFile("clippy.toml", "msrv = \"1.70\"\nno-such-setting = 1\n");
        (await pipeline.RunAsync(target)).ShouldExitWith(2).ShouldSay("work space/clippy.toml:2:1: error reading Clippy's configuration file: unknown field `no-such-setting`.");
    }

    [Fact]
    public async Task Severe_alerts_of_codeql_fail_and_a_token_that_may_not_read_them_is_told()
    {
        using var pipeline = new Pipeline().WithPackage("good");
        await pipeline.CommitAsync("First");
        await pipeline.GitAsync("update-ref", "refs/remotes/origin/main", "HEAD");
        var alert = new JsonObject
        {
            ["number"] = 7,
            ["html_url"] = "https://github.com/octo/crate/security/code-scanning/7",
            ["rule"] = new JsonObject { ["id"] = "rust/path-injection", ["security_severity_level"] = "high" },
            ["most_recent_instance"] = new JsonObject { ["message"] = new JsonObject { ["text"] = "This path is the user's." } },
        };
        using var github = new LoopbackGitHub { Alerts = [alert] };
        pipeline.WithVariable("GITHUB_ACTIONS", "true").WithVariable("GITHUB_REPOSITORY", "octo/crate")
            .WithVariable("GITHUB_API_URL", github.Url.AbsoluteUri).WithVariable("GITHUB_TOKEN", "a-token");
        var run = (await pipeline.RunAsync("analyze")).ShouldExitWith(1);
        run.SummaryOf("Analyze").ShouldContain("1 alert of CodeQL");
        run.ShouldSay("alert 7 of CodeQL on the default branch: This path is the user's. (high) (rust/path-injection)").ShouldSay("or dismiss it there with a reason: https://github.com/octo/crate/security/code-scanning/7");

        using var closed = new LoopbackGitHub();
        run = (await pipeline.WithVariable("GITHUB_API_URL", closed.Url.AbsoluteUri).RunAsync("analyze")).ShouldExitWith(0);
        run.ShouldSay("CodeQL's alerts were not looked at: the token may not read them, or code scanning is not enabled (403)");
        (run.Output + pipeline.Report("gates.json")).ShouldNotContain("a-token");
    }

    private static async Task<Pipeline> SampleAsync()
    {
        var pipeline = new Pipeline();
        var sample = Path.Combine(Repository.Root, "samples", "caro");
        foreach (var file in Directory.EnumerateFiles(sample, "*", SearchOption.AllDirectories).Select(x => Path.GetRelativePath(sample, x)).Where(x => !x.StartsWith("target", StringComparison.Ordinal)))
            pipeline.WithFile(file, await File.ReadAllTextAsync(Path.Combine(sample, file), TestContext.Current.CancellationToken));
        await pipeline.CommitAsync("The sample");
        await pipeline.CommitAsync("The same", allowEmpty: true);
        return pipeline;
    }

    private static void Append(Pipeline pipeline, string text)
    {
        var file = Path.Combine(pipeline.Workspace, "src/lib.rs");
        File.WriteAllText(file, File.ReadAllText(file) + text.TrimEnd('\n') + "\n");
    }

    private static int LineOf(Pipeline pipeline, string text) =>
        File.ReadAllLines(Path.Combine(pipeline.Workspace, "src/lib.rs")).ToList().FindIndex(x => x.Contains(text, StringComparison.Ordinal)) + 1;

    private static void ShouldBreakOnly(Pipeline pipeline, string gate)
    {
        var verdicts = JsonDocument.Parse(pipeline.Report("gates.json")).RootElement.GetProperty("gates").EnumerateArray()
            .ToDictionary(x => x.GetProperty("name").GetString()!, x => x.GetProperty("verdict").GetString());
        Checks.ShouldAllBe(x => verdicts.ContainsKey(x));
        verdicts.Where(x => x.Value == "fail").Select(x => x.Key).ShouldBe([gate]);
    }
}
