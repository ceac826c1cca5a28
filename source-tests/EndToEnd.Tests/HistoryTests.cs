using Slipway.Cargo.Testing;
using Slipway.History;

namespace EndToEnd.Tests;

/// <summary>What a pipeline remembers, and what becomes of it without.</summary>
public class HistoryTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Runs_and_outcomes_are_remembered_and_a_broken_history_changes_no_verdict()
    {
        // Cargo's lock file, which the first run makes, is no change of the code.
        using var pipeline = new Pipeline().WithPackage("tool").WithFile(".gitignore", "Cargo.lock\n");
        var file = Path.Combine(pipeline.Root, ".nuke/temp/history.db");
        await pipeline.CommitAsync("First");
        (await pipeline.RunAsync("unit-test", "--skip", "checks")).ShouldExitWith(0);
        pipeline.WithPackage("tool", library: Pipeline.Library.Replace("number + 1", "number + 2", StringComparison.Ordinal));
        (await pipeline.RunAsync("unit-test", "--skip", "checks")).ShouldExitWith(1);

        var commit = (await pipeline.GitAsync("rev-parse", "HEAD")).Trim();
        var tree = (await pipeline.GitAsync("rev-parse", "HEAD:work space")).Trim();
        await using (var history = await HistoryDatabase.OpenAsync(file, TimeProvider.System, cancellationToken: Token))
        {
            var runs = await history.ReadRunsAsync(default, Token);
            runs.Select(x => (x.Verdict, x.Commit, x.Branch)).ShouldBe([("pass", commit, "main"), ("fail", commit, "main")]);
            var targets = runs.Select(x => x.Targets.Single(y => y.Name == "UnitTest")).ToList();
            targets.Select(x => (x.Status, x.Stage)).ShouldBe([("succeeded", "test"), ("failed", "test")]);
            runs.ShouldAllBe(x => x.Duration >= x.Targets.Max(y => y.Duration));
            var outcomes = (await history.ReadAsync(default(DateTimeOffset), Token)).Where(x => x is { Test: "tests::adds_one", Attempt: 1 }).ToList();
            outcomes.Select(x => (x.Suite, x.Outcome)).ShouldBe([("unit", TestOutcome.Passed), ("unit", TestOutcome.Failed)]);
            outcomes[0].Tree.ShouldBe(tree);
            outcomes[1].Tree.ShouldStartWith(tree + "+");
        }

        await File.WriteAllTextAsync(file, new string('x', 10_000), Token);
        (await pipeline.RunAsync("format")).ShouldExitWith(0).ShouldSay("history.db is damaged: it is no database. It is kept as history.damaged-2");
        File.Delete(file);
        Directory.CreateDirectory(file);
        (await pipeline.RunAsync("format")).ShouldExitWith(0).ShouldSay("history.db cannot be opened").ShouldSay("The pipeline goes on without its history.");
    }

    [Fact]
    public async Task A_stage_over_its_budget_is_a_warning_with_its_slowest_targets()
    {
        using var pipeline = new Pipeline().WithPackage("tool");

        var run = (await pipeline.RunAsync("format", "report", "--stage-minutes", "checks=0.0005")).ShouldExitWith(0);
        run.ShouldSay("Checks took ").ShouldSay(", more than its budget of 0 s (--stage-minutes); slowest: ");
        run.SummaryOf("Report").ShouldContain("2 passed");
        pipeline.Report("summary.md").ShouldContain("### Budget: passes, with warnings\n\n- Checks took ");
        pipeline.Report("summary.md").ShouldContain("(≤ 0.03, --stage-minutes)");

        (await pipeline.RunAsync("format", "report", "--stage-minutes", "checks=60")).ShouldExitWith(0);
        pipeline.Report("summary.md").ShouldNotContain("warnings");
        (await pipeline.RunAsync("format", "report", "--stage-minutes", "nonsense")).ShouldExitWith(2).ShouldSay("Write STAGE=MINUTES");
    }
}
