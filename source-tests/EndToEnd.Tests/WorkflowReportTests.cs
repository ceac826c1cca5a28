using System.Text.Json;

namespace EndToEnd.Tests;

/// <summary>The report of a workflow whose stages ran in jobs of their own.</summary>
public sealed class WorkflowReportTests : IDisposable
{
    private const string Secret = "ghs_TheTokenThatNobodyMaySee";
    private const string Jobs = """{"checks":{"result":"failure","outputs":{}},"test":{"result":"failure","outputs":{}},"package":{"result":"success","outputs":{}}}""";
    private const string Unformatted = "//! A crate.\n\n/// Does nothing.\npub fn nothing( ) {}\n";

    private readonly Pipeline _pipeline = new Pipeline().WithPackage("good");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private string Reports => Path.Combine(_pipeline.Root, "artifacts", "reports");

    private string StepSummary => Path.Combine(_pipeline.Root, "step-summary.md");

    public void Dispose() => _pipeline.Dispose();

    [Fact]
    public async Task Legs_and_jobs_become_one_summary_and_one_comment()
    {
        using var github = new LoopbackGitHub().With("Looks good", "ann", "User");
        OnGitHub(github);
        (await RunLegAsync("ubuntu-24.04")).ShouldExitWith(0);
        _pipeline.WithFile("src/lib.rs", Unformatted);
        (await RunLegAsync("macos-15")).ShouldExitWith(1).ShouldSay("title=Format (macos-15)");
        CollectArtifacts();

        var run = (await ReportAsync()).ShouldExitWith(0);

        run.ShouldSay("3 passed, 2 failed").ShouldSay("job `test` failed before it could report: see its log").ShouldSay("The pull request's comment is written");
        run.ShouldSay("✘ FAIL Format (macos-15)").ShouldSay("✔ pass Lint (ubuntu-24.04)").ShouldSay("✘ FAIL test");
        _pipeline.Report("index.html").ShouldContain("<h1><span class=\"sign\" aria-hidden=\"true\">✘</span> 2 of 5 gates failed</h1>");
        var summary = await File.ReadAllTextAsync(StepSummary, Token);
        summary.ShouldStartWith("## ❌ 2 of 5 gates failed\n\n| stage | gate |");
        summary.ShouldContain("| Checks | Format (ubuntu-24.04) | ✅ pass |");
        summary.ShouldContain("| Checks | Format (macos-15) | ❌ 1 file to format |");
        summary.ShouldContain("| Jobs | test | ❌ the job failed before it could report |");
        summary.ShouldNotContain("| Jobs | checks");
        summary.ShouldBe(_pipeline.Report("summary.md"));
        Gates("gates.json").ShouldBe(["Format macos-15 fail", "Format ubuntu-24.04 pass", "Lint macos-15 pass", "Lint ubuntu-24.04 pass", "test  fail", "Budget  pass"]);
        github.Bodies.Count.ShouldBe(2);
        github.Bodies[1].ShouldStartWith("<!-- slipway:report -->\n## ❌ 2 of 5 gates failed\n\n[All of it, and the logs](https://github.com/octo/crate/actions/runs/42)\n\n| stage");
        github.Tokens.ShouldBe([Secret]);

        _pipeline.WithVariable("GITHUB_RUN_ID", "43");
        (await ReportAsync()).ShouldExitWith(0).ShouldSay("The pull request's comment is updated");
        github.Bodies.Count.ShouldBe(2);
        github.Bodies[1].ShouldContain("/actions/runs/43");
    }

    [Fact]
    public async Task A_token_of_a_fork_is_a_warning_and_nothing_is_lost()
    {
        using var github = new LoopbackGitHub().But("POST", "403 Forbidden", body: """{"message":"Resource not accessible by integration"}""");
        OnGitHub(github);

        (await ReportAsync()).ShouldExitWith(0)
            .ShouldSay("The pull request's comment was not written: the token may not write there (403)");

        (await File.ReadAllTextAsync(StepSummary, Token)).ShouldStartWith("## ❌ 2 of 2 gates failed");
        github.Bodies.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("GITHUB_TOKEN", null, "No comment: GITHUB_TOKEN is not set")]
    [InlineData("GITHUB_EVENT_NAME", "push", "No comment: this is no run of a pull request")]
    public async Task Without_a_token_or_a_pull_request_nobody_is_asked(string variable, string? value, string message)
    {
        using var github = new LoopbackGitHub();
        OnGitHub(github);
        _pipeline.WithVariable(variable, value);

        (await ReportAsync()).ShouldExitWith(0).ShouldSay($"DBG {message}");

        github.Requests.ShouldBeEmpty();
        (await File.ReadAllTextAsync(StepSummary, Token)).ShouldStartWith("## ❌");
    }

    [Theory]
    [InlineData("GITHUB_EVENT_PATH", "nowhere.json", "the file that GITHUB_EVENT_PATH names does not say which pull request it is")]
    [InlineData("GITHUB_API_URL", "nowhere", "the variables that GitHub sets do not say where")]
    [InlineData("GITHUB_REPOSITORY", null, "the variables that GitHub sets do not say where")]
    public async Task A_surrounding_that_is_not_GitHubs_is_a_warning(string variable, string? value, string message)
    {
        using var github = new LoopbackGitHub();
        OnGitHub(github);
        _pipeline.WithVariable(variable, value);

        (await ReportAsync()).ShouldExitWith(0).ShouldSay($"The pull request's comment was not written: {message}");
    }

    [Fact]
    public async Task Job_results_that_cannot_be_read_are_one_clear_sentence()
    {
        _pipeline.WithVariable("JOB_RESULTS", "{\"test\":");

        (await _pipeline.RunAsync("report", "--skip")).ShouldExitWith(2).ShouldSay("JOB_RESULTS does not say how the jobs of the workflow ended.");
    }

    [Fact]
    public async Task A_foreign_file_among_the_reports_is_named()
    {
        _pipeline.WithReport("gates/Lint.json", "{\n  \"name\": 7\n}");

        (await _pipeline.RunAsync("report", "--skip")).ShouldExitWith(2)
            .ShouldSay("artifacts/reports/gates/Lint.json:2: This is not the result of a gate; what is wrong is at $.name.");
    }

    [Fact]
    public async Task The_report_alone_shows_the_last_run_and_any_other_run_only_itself()
    {
        (await _pipeline.RunAsync("format", "report")).ShouldExitWith(0).SummaryOf("Report").ShouldContain("2 passed");
        File.Delete(Path.Combine(Reports, "gates.json"));

        (await _pipeline.RunAsync("report")).ShouldExitWith(0).SummaryOf("Report").ShouldContain("2 passed");
        Gates("gates.json").ShouldBe(["Format  pass", "Toolchain  pass", "Budget  pass"]);

        // Fails before a gate can judge; the results of the run before are not its own.
        var run = (await _pipeline.RunAsync("unit-test", "report", "--skip")).ShouldExitWith(1).ShouldSay("UnitTest needs CompileTests");
        run.SummaryOf("Report").ShouldNotContain("passed");
        Directory.EnumerateFiles(Reports, "*.*", SearchOption.AllDirectories).ShouldAllBe(file => Path.GetFileName(file) == ".lock");
    }

    private void OnGitHub(LoopbackGitHub github)
    {
        var happened = Path.Combine(_pipeline.Root, "event.json");
        File.WriteAllText(happened, """{"action":"synchronize","number":7,"pull_request":{"number":7}}""");
        File.WriteAllText(StepSummary, "");
        _pipeline
            .WithVariable("GITHUB_ACTIONS", "true")
            .WithVariable("GITHUB_EVENT_NAME", "pull_request")
            .WithVariable("GITHUB_EVENT_PATH", happened)
            .WithVariable("GITHUB_API_URL", github.Url.AbsoluteUri)
            .WithVariable("GITHUB_REPOSITORY", "octo/crate")
            .WithVariable("GITHUB_SERVER_URL", "https://github.com")
            .WithVariable("GITHUB_RUN_ID", "42")
            .WithVariable("GITHUB_STEP_SUMMARY", StepSummary)
            .WithVariable("GITHUB_TOKEN", Secret);
    }

    /// <summary>Runs the checks as the job of a leg does, and keeps what it produces apart, as each leg has a machine of its own.</summary>
    private async Task<PipelineRun> RunLegAsync(string leg)
    {
        _pipeline.WithVariable("MATRIX_LEG", leg).WithVariable("GITHUB_JOB", "checks");
        var run = await _pipeline.RunAsync("lint", "format", "checks", "--skip");
        Directory.Move(Path.Combine(Reports, "gates"), Path.Combine(_pipeline.Root, "artifact-" + leg));
        _pipeline.WithVariable("MATRIX_LEG", null);
        return run;
    }

    private void CollectArtifacts()
    {
        Directory.Delete(Reports, recursive: true);
        foreach (var file in Directory.EnumerateDirectories(_pipeline.Root, "artifact-*").SelectMany(Directory.EnumerateFiles))
            _pipeline.WithReport(Path.Combine("gates", Path.GetFileName(file)), File.ReadAllText(file));
    }

    private async Task<PipelineRun> ReportAsync()
    {
        await File.WriteAllTextAsync(StepSummary, "", Token);
        _pipeline.WithVariable("GITHUB_JOB", "report").WithVariable("JOB_RESULTS", Jobs);
        var run = await _pipeline.RunAsync("report", "--skip");
        (run.Output + run.Error + await File.ReadAllTextAsync(StepSummary, Token)).ShouldNotContain(Secret);
        return run;
    }

    private IEnumerable<string> Gates(string file) => JsonDocument.Parse(_pipeline.Report(file)).RootElement.GetProperty("gates").EnumerateArray()
        .Select(gate => $"{gate.GetProperty("name").GetString()} {(gate.TryGetProperty("leg", out var leg) ? leg.GetString() : "")} {gate.GetProperty("verdict").GetString()}");
}
