using Slipway.Alerts;
using Slipway.Alerts.Issues;
using Slipway.History;
using Slipway.Rehearsal.Faults;

namespace Slipway.Rehearsal.Tests.Alerts;

public class AlertingTests
{
    private static readonly AlertRoutes Messages = AlertRoutes.Default.With(AlertEvent.BranchRed, AlertChannel.Discord, AlertChannel.Mail);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_channel_that_is_out_is_told_when_the_run_is_repeated_and_the_others_are_not_told_again()
    {
        await using var bench = await AlertBench.StartAsync();
        bench.Faults.Add(new Fault("*", "/api/webhooks/**") { Server = "discord", Status = 404, Body = "{\"message\":\"Unknown Webhook\",\"code\":10015}" });
        var report = bench.Branch(1, red: true);

        var error = await Should.ThrowAsync<SlipwayException>(() => bench.TellAsync(report));
        error.Message.ShouldContain("Discord does not take the message (404: Unknown Webhook)");
        (bench.Told.Count(), bench.Subjects.Count(), bench.Servers.GitHub.Issues.Count).ShouldBe((0, 1, 1));

        await bench.TellAsync(report);
        await bench.TellAsync(report);

        (bench.Told.Count(), bench.Subjects.Count(), bench.Servers.GitHub.Issues.Count).ShouldBe((1, 1, 1));
    }

    [Fact]
    public async Task A_pause_that_a_server_asks_for_is_kept_and_then_it_is_told_once()
    {
        await using var bench = await AlertBench.StartAsync();
        bench.Faults
            .Add(new Fault("POST", "/api/webhooks/**") { Server = "discord", Status = 429, Headers = Fields("Retry-After", "0") })
            .Add(new Fault("POST", "/**/issues") { Server = "github", Status = 429, Headers = Fields("Retry-After", "0") });

        await bench.TellAsync(bench.Branch(1, red: true));

        (bench.Told.Count(), bench.Subjects.Count(), bench.Servers.GitHub.Issues.Count).ShouldBe((1, 1, 1));
        bench.Faults.Pending.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_mail_server_that_is_out_is_asked_again_by_the_same_run()
    {
        await using var bench = await AlertBench.StartAsync();
        bench.Faults.Add(new Fault("DATA", "/") { Server = "mail", Status = 451 });
        var report = bench.Branch(1, red: true);

        await Should.ThrowAsync<SlipwayException>(() => bench.TellAsync(report, Messages));
        await bench.TellAsync(report, Messages);

        (bench.Told.Count(), bench.Subjects.Count()).ShouldBe((1, 1));
    }

    [Fact]
    public async Task A_message_whose_answer_is_lost_is_never_sent_twice_and_the_next_run_reminds_of_it()
    {
        await using var bench = await AlertBench.StartAsync();
        bench.Faults.Add(new Fault("POST", "/api/webhooks/**") { Server = "discord", Cut = true, Commits = true });
        var report = bench.Branch(1, red: true);

        await bench.TellAsync(report, Messages);
        await bench.TellAsync(report, Messages);
        bench.Told.Count().ShouldBe(1);
        bench.Time.Advance(TimeSpan.FromMinutes(5));
        await bench.TellAsync(bench.Branch(2, red: true), Messages);
        await bench.TellAsync(bench.Branch(3, red: true), Messages);

        bench.Told.ShouldBe(["❌ ci failed in octo/caro (main)", "❌ Still: ci failed in octo/caro (main)"]);
    }

    [Fact]
    public async Task A_process_that_is_killed_between_sending_and_remembering_tells_nobody_twice()
    {
        await using var bench = await AlertBench.StartAsync();
        var history = await bench.HistoryAsync();
        var report = bench.Branch(1, red: true);
        // All was sent, and nothing of that was remembered: the process was killed.
        await bench.Alerting(new Forgetful(history), Messages).TellAsync(report, Token);
        (bench.Told.Count(), bench.Subjects.Count()).ShouldBe((1, 1));

        await bench.Alerting(history, Messages).TellAsync(report, Token);
        (bench.Told.Count(), bench.Subjects.Count()).ShouldBe((1, 1), "the other process may still be at work");
        bench.Time.Advance(TimeSpan.FromMinutes(20));
        await bench.Alerting(history, Messages).TellAsync(report, Token);

        bench.Told.Count().ShouldBe(1);
        // Mail programs show a second sending once.
        bench.Servers.Mail.Mails.Select(x => x.Text.Split('\n').First(line => line.StartsWith("Message-Id:", StringComparison.OrdinalIgnoreCase))).Distinct().Count().ShouldBe(1);
        bench.Servers.Mail.Mails.Length.ShouldBe(2);
    }

    [Fact]
    public async Task Of_two_processes_at_once_one_tells()
    {
        await using var bench = await AlertBench.StartAsync();
        await bench.HistoryAsync();
        var report = bench.Branch(1, red: true);
        var histories = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => HistoryDatabase.OpenAsync(bench.HistoryFile, bench.Time, cancellationToken: Token)));

        await Task.WhenAll(histories.Select(history => bench.Alerting(history).TellAsync(report, Token)));

        (bench.Told.Count(), bench.Subjects.Count(), bench.Servers.GitHub.Issues.Count).ShouldBe((1, 1, 1));
        foreach (var history in histories)
            await history.DisposeAsync();
    }

    [Fact]
    public async Task A_preview_tells_and_remembers_nothing()
    {
        await using var bench = await AlertBench.StartAsync();
        var alerting = bench.Alerting(await bench.HistoryAsync());

        (await alerting.PreviewAsync(bench.Branch(1, red: true), Token)).Sendings.Length.ShouldBe(3);

        (bench.Told.Count(), bench.Subjects.Count(), bench.Servers.GitHub.Issues.Count).ShouldBe((0, 0, 0));
        (await ((IAlertStates)await bench.HistoryAsync()).ReadAsync(Token)).Problems.ShouldBeEmpty();
    }

    [Fact]
    public async Task Where_no_history_travels_the_issue_says_what_was_told_before()
    {
        await using var bench = await AlertBench.StartAsync();

        await bench.TellElsewhereAsync(bench.Branch(1, red: true));
        bench.Time.Advance(TimeSpan.FromHours(2));
        await bench.TellElsewhereAsync(bench.Branch(2, red: true));
        bench.Time.Advance(TimeSpan.FromHours(24));
        await bench.TellElsewhereAsync(bench.Branch(3, red: true));
        bench.Time.Advance(TimeSpan.FromHours(2));
        await bench.TellElsewhereAsync(bench.Branch(4, red: true));
        await bench.TellElsewhereAsync(bench.Branch(5, red: false));
        bench.Log.Clear();
        await bench.TellElsewhereAsync(bench.Branch(6, red: false));

        bench.Log.ShouldBeEmpty();
        bench.Told.ShouldBe(["❌ ci failed in octo/caro (main)", "❌ Still: ci failed in octo/caro (main)", "✅ ci passes again in octo/caro (main)"]);
        bench.Servers.GitHub.Issues.ShouldHaveSingleItem().IsOpen.ShouldBeFalse();
    }

    [Fact]
    public async Task Where_no_history_travels_a_channel_that_was_out_is_told_by_the_run_when_it_is_repeated_and_not_again()
    {
        await using var bench = await AlertBench.StartAsync();
        bench.Faults.Add(new Fault("POST", "/api/webhooks/**") { Server = "discord", Status = 404 });
        var report = bench.Branch(1, red: true);

        await Should.ThrowAsync<SlipwayException>(() => bench.TellElsewhereAsync(report));
        await bench.TellElsewhereAsync(report);
        await bench.TellElsewhereAsync(report);
        await bench.TellElsewhereAsync(bench.Branch(2, red: true));

        (bench.Told.Count(), bench.Subjects.Count()).ShouldBe((1, 1));
    }

    [Theory]
    [InlineData("success,failure,failure")]
    [InlineData("failure,success")]
    [InlineData("failure,cancelled,failure")]
    public async Task Where_nothing_travels_and_there_are_no_issues_the_runs_before_say_whether_the_branch_was_red(string before)
    {
        await using var bench = await AlertBench.StartAsync();
        var wasRed = before.EndsWith("failure", StringComparison.Ordinal);
        foreach (var conclusion in before.Split(','))
        {
            bench.Servers.GitHub.AddWorkflowRun("ci.yml", new string('a', 40), "main", conclusion);
            bench.Servers.GitHub.AddWorkflowRun("ci.yml", new string('a', 40), "other", "failure");
            bench.Servers.GitHub.AddWorkflowRun("ci.yml", new string('a', 40), "main", "failure", "schedule");
            bench.Servers.GitHub.AddWorkflowRun("nightly.yml", new string('a', 40), "main", "failure");
            bench.Time.Advance(TimeSpan.FromMinutes(10));
        }

        foreach (var red in new[] { true, false })
        {
            var report = bench.Branch(99, red);
            var problem = await new ProblemsBefore(bench.Issues(), bench.Time).OfRunsAsync(report.Alerts[0], "ci", "main", report.At, Messages, [AlertChannel.Discord, AlertChannel.Mail], AlertLimits.Default, Token);
            var states = new AlertMemory(ProblemsBefore.Merge(AlertBook.Empty, problem is null ? [] : [problem]));
            var decision = await bench.Alerting(states, Messages).PreviewAsync(report, Token);
            decision.Sendings.Length.ShouldBe(red == wasRed ? 0 : 2, $"red: {red}");
        }
    }

    private static System.Collections.Immutable.ImmutableSortedDictionary<string, string> Fields(string name, string value) =>
        System.Collections.Immutable.ImmutableSortedDictionary<string, string>.Empty.Add(name, value);

    /// <summary>A memory that loses everything after what was taken.</summary>
    private sealed class Forgetful(IAlertStates inner) : IAlertStates
    {
        private bool _isKilled;

        public Task<AlertBook> ReadAsync(CancellationToken cancellationToken) => inner.ReadAsync(cancellationToken);

        public async Task<T> ChangeAsync<T>(Func<AlertBook, (AlertBook Book, T Result)> change, CancellationToken cancellationToken)
        {
            if (_isKilled)
                return change(await inner.ReadAsync(cancellationToken)).Result;
            _isKilled = true;
            return await inner.ChangeAsync(change, cancellationToken);
        }
    }
}
