using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using CliWrap;
using Microsoft.Data.Sqlite;
using Slipway.Cargo.Testing;
using Slipway.History;
using Slipway.Rehearsal;
using Slipway.Rehearsal.Faults;

namespace EndToEnd.Tests;

/// <summary>What a team hears of its pipeline, from the workflow that follows ci and from a night's run.</summary>
public sealed class AlertTests : IAsyncLifetime
{
    private readonly Pipeline _pipeline = new Pipeline().WithPackage("tool");
    private readonly string _folder = Directory.CreateTempSubdirectory("alerts-").FullName;
    private readonly FaultPlan _faults = new();
    private RehearsalServers _servers = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private string HistoryFile => Path.Combine(_pipeline.Root, ".nuke/temp/history.db");

    public async ValueTask InitializeAsync()
    {
        _servers = await RehearsalServers.StartAsync(_folder, new RehearsalOptions { Faults = _faults }, Token);
        foreach (var name in new[] { "GITHUB_REF_TYPE", "GITHUB_REF_NAME", "GITHUB_REF", "GITHUB_RUN_ATTEMPT", "GITHUB_WORKFLOW", "DISCORD_WEBHOOK", "SMTP_HOST" })
            _pipeline.WithVariable(name, null);
    }

    public async ValueTask DisposeAsync()
    {
        await _servers.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
        _pipeline.Dispose();
    }

    [Fact]
    public async Task A_branch_that_turns_red_and_green_is_told_once_each_by_runners_that_remember_nothing()
    {
        foreach (var conclusion in new[] { "success", "failure", "failure", "cancelled", "success", "success" })
        {
            string[] failed = conclusion == "failure" ? ["test (ubuntu-24.04)", "report"] : [];
            var run = _servers.GitHub.AddWorkflowRun("ci.yml", new string('a', 40), "main", conclusion, "push", failed);
            (await AfterCiAsync((int)run, conclusion)).ShouldExitWith(0);
        }

        _servers.Discord.Messages.Select(x => x.Content).ShouldBe(["❌ ci failed in rehearsal/crate (main)", "✅ ci passes again in rehearsal/crate (main)"]);
        var issue = _servers.GitHub.Issues.ShouldHaveSingleItem();
        (issue.Title, issue.IsOpen).ShouldBe(("ci failed in rehearsal/crate (main)", false));
        issue.Body.ShouldContain("\"stage\":\"Test\"");
        issue.Comments.ShouldHaveSingleItem().ShouldContain("ci passes again");
        _servers.Discord.Messages[0].Json.ShouldContain("`report`\\n`test (ubuntu-24.04)`");
    }

    [Fact]
    public async Task A_process_that_is_killed_when_Discord_has_the_message_leads_to_no_second_one()
    {
        _faults.Add(new Fault("POST", "/api/webhooks/**") { Server = "discord", Commits = true, Cut = true, Delay = TimeSpan.FromMinutes(1) });
        await PrepareAfterCiAsync(1, "failure");
        var running = _pipeline.Command("Alert", "--skip").ExecuteAsync(Token);
        var waited = Stopwatch.StartNew();
        while (_servers.Discord.Messages.IsEmpty)
        {
            waited.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(60));
            await Task.Delay(50, Token);
        }

        await Cli.Wrap("/bin/kill").WithArguments(["-KILL", running.ProcessId.ToString(CultureInfo.InvariantCulture)]).ExecuteAsync(Token);
        await running;

        (await _pipeline.RunAsync("Alert", "--skip")).ShouldExitWith(0);
        (_servers.Discord.Messages.Length, _servers.GitHub.Issues.Count).ShouldBe((1, 0), "the other process may still be at work");
        await GiveUpAsync();
        (await _pipeline.RunAsync("Alert", "--skip")).ShouldExitWith(0);
        (_servers.Discord.Messages.Length, _servers.GitHub.Issues.Count).ShouldBe((1, 1));
        await PrepareAfterCiAsync(2, "failure");
        (await _pipeline.RunAsync("Alert", "--skip")).ShouldExitWith(0);
        _servers.Discord.Messages.Select(x => x.Content).ShouldBe(["❌ ci failed in rehearsal/crate (main)", "❌ Still: ci failed in rehearsal/crate (main)"]);
    }

    [Fact]
    public async Task A_dry_run_shows_what_would_be_told_and_changes_nothing()
    {
        var run = (await AfterCiAsync(1, "failure", "--dry-run")).ShouldExitWith(0);

        run.ShouldSay("It would be told to Discord:").ShouldSay("It would be told to GitHubIssue:").ShouldSay("ci failed in rehearsal/crate (main)");
        run.Output.Split('\n').Where(x => !x.StartsWith("::add-mask::", StringComparison.Ordinal)).ShouldAllBe(x => !x.Contains("rehearsal-webhook-token"));
        _servers.Discord.Messages.ShouldBeEmpty();
        _servers.GitHub.Issues.ShouldBeEmpty();
        File.Exists(HistoryFile).ShouldBeFalse();
    }

    [Fact]
    public async Task A_run_for_another_branch_or_for_a_pull_request_is_nobodys_business()
    {
        (await AfterCiAsync(1, "failure", branch: "feature")).ShouldExitWith(0).ShouldSay("There is nothing to tell: this run is of a branch that nobody waits for");
        (await AfterCiAsync(2, "failure", cause: "pull_request")).ShouldExitWith(0).ShouldSay("There is nothing to tell");

        _servers.Discord.Messages.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_night_tells_what_its_audit_has_found_and_closes_it_when_it_is_gone()
    {
        const string Gate = """
            { "name": "Audit", "stage": "checks", "verdict": "VERDICT", "reason": null, "figures": [ { "name": "packages", "value": 3, "unit": "packages", "threshold": null } ], "findings": [ FINDINGS ], "duration": 1, "leg": null, "job": "audit", "diff": null, "recorded": null }
            """;
        const string Finding = """{ "severity": "error", "message": "tar 0.4.1 has RUSTSEC-2026-0001", "file": "Cargo.lock", "line": 3, "column": null, "endLine": null, "endColumn": null, "code": "RUSTSEC-2026-0001", "help": "Take tar 0.4.2.", "fingerprint": null }""";

        (await NightAsync(1, "failure", Gate.Replace("VERDICT", "fail", StringComparison.Ordinal).Replace("FINDINGS", Finding, StringComparison.Ordinal))).ShouldExitWith(0);
        var opened = _servers.GitHub.Issues.ShouldHaveSingleItem();
        (await NightAsync(2, "success", Gate.Replace("VERDICT", "pass", StringComparison.Ordinal).Replace("FINDINGS", "", StringComparison.Ordinal))).ShouldExitWith(0);

        (opened.Title, opened.IsOpen).ShouldBe(("Audit in rehearsal/crate: tar 0.4.1 has RUSTSEC-2026-0001", true));
        opened.Body.ShouldContain("Take tar 0.4.2.");
        _servers.GitHub.Issues.ShouldHaveSingleItem().IsOpen.ShouldBeFalse();
        _servers.Discord.Messages.Select(x => x.Content).ShouldBe(["❌ Audit in rehearsal/crate: tar 0.4.1 has RUSTSEC-2026-0001", "✅ Over: Audit in rehearsal/crate: tar 0.4.1 has RUSTSEC-2026-0001"]);
    }

    [Fact]
    public async Task A_token_that_may_not_write_issues_is_told_which_permission_it_needs()
    {
        await using var servers = await RehearsalServers.StartAsync(Path.Combine(_folder, "reader"), new RehearsalOptions { GitHub = new() { ReadOnlyToken = "may-only-read" } }, Token);
        var variables = servers.Environment.SetItem("GITHUB_TOKEN", "may-only-read");

        var run = (await AfterCiAsync(1, "failure", variables: variables)).ShouldExitWith(2);

        run.ShouldSay("GITHUB_TOKEN needs the permission 'issues: write': [Uses(Capability.WriteIssues)]");
        (run.Output + run.Error).ShouldNotContain("may-only-read");
        servers.Discord.Messages.Length.ShouldBe(1);
    }

    [Fact]
    public async Task A_flaky_test_is_reported_with_the_line_that_puts_it_in_quarantine()
    {
        await _pipeline.CommitAsync("Base");
        await using (var history = await HistoryDatabase.OpenAsync(HistoryFile, TimeProvider.System, cancellationToken: Token))
            await history.AppendAsync([.. Enumerable.Range(0, 30).SelectMany(Outcomes)], Token);

        var run = (await _pipeline.RunAsync("FlakyReport")).ShouldExitWith(0);

        var until = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).AddDays(14);
        var line = string.Create(CultureInfo.InvariantCulture, $"new(\"unit::tests::adds_one\", \"fails in 20 % of its runs\", new DateOnly({until.Year}, {until.Month}, {until.Day})),");
        run.ShouldSay(line);
        (await File.ReadAllTextAsync(Path.Combine(_pipeline.Root, "artifacts/health/flaky.md"), Token)).ShouldContain(line);
        (await _pipeline.RunAsync("Alert")).ShouldExitWith(0).ShouldSay("unit::tests::adds_one is flaky in").ShouldSay(line);

        static IEnumerable<TestOutcomeRecord> Outcomes(int index) => index % 5 == 0
            ? [Outcome(index, 1, TestOutcome.Failed), Outcome(index, 2, TestOutcome.Passed)]
            : [Outcome(index, 1, TestOutcome.Passed)];

        static TestOutcomeRecord Outcome(int index, int attempt, TestOutcome outcome) =>
            new("unit", "tool", "tool", "tests::adds_one", $"tree {index}", "rustc", "linux", attempt, outcome, null, TimeProvider.System.GetUtcNow().AddHours(index - 40));
    }

    // As if a quarter of an hour had passed.
    private async Task GiveUpAsync()
    {
        await using var connection = new SqliteConnection($"Data Source={HistoryFile};Pooling=False");
        connection.Open();
        await using var command = connection.CreateCommand();
        command.CommandText = "UPDATE alert_told SET until = 0 WHERE until IS NOT NULL";
        (await command.ExecuteNonQueryAsync(Token)).ShouldBe(2);
    }

    private async Task<PipelineRun> AfterCiAsync(int run, string conclusion, string? option = null, string branch = "main", string cause = "push", IReadOnlyDictionary<string, string>? variables = null)
    {
        await PrepareAfterCiAsync(run, conclusion, branch, cause, variables);
        return await RunAsync(option);
    }

    private Task PrepareAfterCiAsync(int run, string conclusion, string branch = "main", string cause = "push", IReadOnlyDictionary<string, string>? variables = null)
    {
        var payload = new JsonObject
        {
            ["repository"] = new JsonObject { ["default_branch"] = "main" },
            ["workflow_run"] = new JsonObject
            {
                ["id"] = run,
                ["name"] = "ci",
                ["event"] = cause,
                ["head_branch"] = branch,
                ["head_sha"] = new string('a', 40),
                ["conclusion"] = conclusion,
                ["run_attempt"] = 1,
                ["run_started_at"] = string.Create(CultureInfo.InvariantCulture, $"2026-11-25T10:{run % 60:00}:00Z"),
                ["html_url"] = string.Create(CultureInfo.InvariantCulture, $"https://github.example/rehearsal/crate/actions/runs/{run}"),
            },
        };
        return PrepareAsync("workflow_run", "alert", 1000 + run, payload, variables ?? _servers.Environment);
    }

    private async Task<PipelineRun> NightAsync(int run, string audit, string gate)
    {
        _pipeline.WithReport("gates/Audit.json", gate)
            .WithVariable("JOB_RESULTS", $$"""{ "audit": { "result": "{{audit}}" }, "health": { "result": "success" } }""");
        await PrepareAsync("schedule", "nightly", run, new JsonObject { ["schedule"] = "17 3 * * *" }, _servers.Environment);
        return await RunAsync();
    }

    private async Task PrepareAsync(string name, string workflow, int run, JsonObject payload, IReadOnlyDictionary<string, string> variables)
    {
        var file = Path.Combine(_folder, "event.json");
        await File.WriteAllTextAsync(file, payload.ToJsonString(), Token);
        _pipeline
            .WithVariable("GITHUB_ACTIONS", "true")
            .WithVariable("GITHUB_EVENT_NAME", name)
            .WithVariable("GITHUB_EVENT_PATH", file)
            .WithVariable("GITHUB_WORKFLOW", workflow)
            .WithVariable("GITHUB_REF_NAME", "main")
            .WithVariable("GITHUB_REF_TYPE", "branch")
            .WithVariable("GITHUB_RUN_ID", run.ToString(CultureInfo.InvariantCulture));
        foreach (var key in new[] { "GITHUB_API_URL", "GITHUB_REPOSITORY", "GITHUB_SERVER_URL", "GITHUB_TOKEN", "DISCORD_WEBHOOK" })
            _pipeline.WithVariable(key, variables[key]);
    }

    // Each job has a machine of its own, on which there is no history.
    private async Task<PipelineRun> RunAsync(string? option = null)
    {
        var result = await _pipeline.RunAsync(["Alert", "--skip", .. option is null ? Array.Empty<string>() : [option]]);
        foreach (var left in Directory.GetFiles(Path.GetDirectoryName(HistoryFile)!, "history*"))
            File.Delete(left);
        return result;
    }
}
