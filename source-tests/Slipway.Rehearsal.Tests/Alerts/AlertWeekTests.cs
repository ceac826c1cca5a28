using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Slipway.Alerts;
using Slipway.Alerts.Flaky;
using Slipway.Cargo.Testing;
using Slipway.Gates;
using Slipway.Rehearsal.GitHub;

namespace Slipway.Rehearsal.Tests.Alerts;

public class AlertWeekTests
{
    private readonly StringBuilder _told = new();
    private int _messages;
    private int _mails;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_week_of_failures_gives_the_messages_that_a_team_wants_and_no_more(bool travels)
    {
        await using var bench = await AlertBench.StartAsync();
        var run = 100;

        // A push breaks the branch, and three more do not mend it.
        for (var push = 0; push < 4; push++)
            await TellAsync("ci fails", bench.Branch(run++, red: true), TimeSpan.FromMinutes(30));
        bench.Time.Advance(TimeSpan.FromHours(13));
        await TellAsync("night: audit fails", Night(bench, run++, ["audit"], "RUSTSEC-2026-0001"), TimeSpan.FromHours(6));
        await TellAsync("ci fails on another day", bench.Branch(run++, red: true), TimeSpan.FromHours(2));
        await TellAsync("ci fails again", bench.Branch(run++, red: true), TimeSpan.FromHours(1));
        await TellAsync("ci passes", bench.Branch(run++, red: false), TimeSpan.FromHours(1));
        await TellAsync("ci passes again", bench.Branch(run++, red: false), TimeSpan.FromHours(14));
        await TellAsync("night: audit and secrets fail", Night(bench, run++, ["audit", "secrets"], "RUSTSEC-2026-0001"), TimeSpan.FromHours(24));
        await TellAsync("night: all is well but one test is flaky", Flaky(Night(bench, run++, []), 6), TimeSpan.FromHours(24));
        await TellAsync("night: it is still flaky", Flaky(Night(bench, run++, []), 7), TimeSpan.FromHours(24));
        await TellAsync("night: it is mended", Flaky(Night(bench, run++, []), 0), TimeSpan.FromHours(24));

        // The same, whether anybody remembers it or the issues do.
        Golden.ShouldMatch(_told.ToString(), "week.golden.txt");
        if (travels)
            Golden.ShouldMatch(string.Join('\n', bench.Servers.GitHub.Issues.Select(Shown)), "week-issues.golden.md");

        async Task TellAsync(string what, AlertReport report, TimeSpan later)
        {
            if (travels)
                await bench.TellAsync(report);
            else
                await bench.TellElsewhereAsync(report);
            // A retry of the same run adds nothing.
            if (travels)
                await bench.TellAsync(report);
            else
                await bench.TellElsewhereAsync(report);
            Write(bench, what);
            bench.Time.Advance(later);
        }
    }

    private static AlertReport Night(AlertBench bench, int run, string[] failed, params string[] advisories)
    {
        var variables = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["GITHUB_ACTIONS"] = "true",
            ["GITHUB_REPOSITORY"] = "octo/caro",
            ["GITHUB_WORKFLOW"] = "nightly",
            ["GITHUB_REF_NAME"] = "main",
            ["GITHUB_REF_TYPE"] = "branch",
            ["GITHUB_RUN_ID"] = run.ToString(CultureInfo.InvariantCulture),
            ["JOB_RESULTS"] = new JsonObject(new[] { "audit", "health", "secrets" }.Select(job => KeyValuePair.Create(job, (JsonNode?)new JsonObject { ["result"] = failed.Contains(job) ? "failure" : "success" }))).ToJsonString(),
        };
        var seen = AlertedRun.Of(variables.GetValueOrDefault, null, null, ("", ""), [], bench.Time.GetUtcNow());
        var audit = new GateResult(
            AuditGate.Name,
            GateStage.Checks,
            advisories.Length == 0 ? GateVerdict.Pass : GateVerdict.Fail,
            null,
            [new Figure("packages", 12, "packages")],
            [.. advisories.Select(id => new Finding(FindingSeverity.Error, $"tar 0.4.1 has {id}", "Cargo.lock", Code: id, Help: "Take tar 0.4.2: cargo update -p tar"))],
            TimeSpan.FromSeconds(1),
            Job: "audit");
        return new AlertReport(seen.Run, seen.At, [.. RunAlerts.Of(seen, advisories.Length > 0 ? ["audit"] : []), .. GateAlerts.OfAudit([audit], "octo/caro", seen.Facts.Page)], [AlertEvent.AuditFinding]);
    }

    private static AlertReport Flaky(AlertReport night, int failures)
    {
        var tests = FlakyTests.Find([new FlakyRate("unit", "caro", "lib caro", "net::retries", failures, 40)], TestRules.Default.FlakyRate, [], [], new DateOnly(2026, 11, 27));
        return night with { Alerts = [.. night.Alerts, .. tests.Alerts("octo/caro")], Complete = night.Complete.Add(AlertEvent.FlakyTest), Undecided = tests.Undecided };
    }

    private void Write(AlertBench bench, string what)
    {
        _told.Append(CultureInfo.InvariantCulture, $"{bench.Time.GetUtcNow():ddd HH:mm} {what}\n");
        foreach (var message in bench.Servers.Discord.Messages.Skip(_messages))
            _told.Append(CultureInfo.InvariantCulture, $"  Discord: {message.Content}\n");
        foreach (var subject in bench.Subjects.Skip(_mails))
            _told.Append(CultureInfo.InvariantCulture, $"  Mail: {subject}\n");
        foreach (var line in bench.Log.Where(line => line.StartsWith("Issue", StringComparison.Ordinal) && !line.Contains("up to date", StringComparison.Ordinal)))
            _told.Append(CultureInfo.InvariantCulture, $"  {line}\n");
        (_messages, _mails) = (bench.Servers.Discord.Messages.Length, bench.Servers.Mail.Mails.Length);
        bench.Log.Clear();
    }

    private static string Shown(ShownIssue issue) =>
        $"# {issue.Title}\n\n{issue.Body}{string.Concat(issue.Comments.Select(comment => $"\n---\n{comment}\n"))}";
}
