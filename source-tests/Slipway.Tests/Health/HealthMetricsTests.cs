using CsCheck;
using Slipway.Health;
using Slipway.History;
using Slipway.Tests.History;

namespace Slipway.Tests.Health;

public class HealthMetricsTests
{
    private const int Days = 30;

    private static readonly DateTimeOffset Now = HistoryFolder.Now;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public Task Figures_are_what_counting_by_hand_gives() => Gen.Int[0, 1_000_000].SampleAsync(
        async seed =>
        {
            using var folder = new HistoryFolder();
            await using var history = await folder.OpenAsync();
            var made = MadeHistory.Of(seed, Now, 2 * Days);
            await made.SaveAsync(history, Token);

            var report = await MeasureAsync(history);

            double? Value(string name) => report.Figures.Single(x => x.Name == name).Value;
            double? Before(string name) => report.Figures.Single(x => x.Name == name).Before;
            var (here, there) = (new ByHand(made, Now.AddDays(-Days), Now.AddDays(1)), new ByHand(made, Now.AddDays(-2 * Days), Now.AddDays(-Days)));
            foreach (var (name, byHand) in ByHand.Figures)
            {
                Near(Value(name), byHand(here)).ShouldBeTrue($"{name} with {seed}: {Value(name)} is not {byHand(here)}");
                Near(Before(name), byHand(there)).ShouldBeTrue($"{name} before with {seed}: {Before(name)} is not {byHand(there)}");
            }
        },
        iter: 30);

    [Fact]
    public async Task Jobs_are_told_with_their_failures_and_quantiles()
    {
        using var folder = new HistoryFolder();
        await using var history = await folder.OpenAsync();
        var made = MadeHistory.Of(7, Now, Days);
        await made.SaveAsync(history, Token);

        var parts = (await history.ReadHealthAsync(MadeHistory.Source, Now.AddDays(-Days), Now.AddDays(1), Division.None, Token)).Parts;

        var jobs = made.Runs.Where(x => x.Started >= Now.AddDays(-Days)).SelectMany(x => x.Jobs).Where(x => x.Verdict is RunVerdict.Pass or RunVerdict.Fail).GroupBy(x => x.Name).OrderBy(x => x.Key, StringComparer.Ordinal).ToList();
        parts.Select(x => (x.Name, x.Runs, x.Failures)).ShouldBe(jobs.Select(x => (x.Key, x.Count(), x.Count(job => job.Verdict == RunVerdict.Fail))));
        parts.Select(x => x.Median).ShouldBe(jobs.Select(x => ByHand.Rank(x.Select(job => job.Duration), 50)!.Value));
        parts.Select(x => x.NinetiethPercentile).ShouldBe(jobs.Select(x => ByHand.Rank(x.Select(job => job.Duration), 90)!.Value));
        parts.Select(x => x.Queue).ShouldBe(jobs.Select(x => ByHand.Rank(x.Select(job => job.Queue).OfType<TimeSpan>(), 50)));
    }

    [Fact]
    public async Task What_is_imported_or_merged_twice_counts_once()
    {
        using var folder = new HistoryFolder();
        using var other = new HistoryFolder();
        var made = MadeHistory.Of(3, Now, Days);
        await using (var history = await other.OpenAsync())
        {
            await made.SaveAsync(history, Token);
            await history.AppendAsync(new RunRecord(Now, TimeSpan.FromSeconds(9), "c1", "main", "pass", "desk", [new("Lint", "checks", "succeeded", TimeSpan.FromSeconds(3))]), Token);
            await history.ImportAsync(MadeHistory.Source, made.Runs, made.Deployments, [new("page", "4")], Token);
        }

        await using var merged = await folder.OpenAsync();
        // Numbers of texts differ between the two.
        await merged.AppendAsync(new RunRecord(Now.AddHours(-1), TimeSpan.FromSeconds(8), "c2", "main", "fail", "another desk", [new("Test", "tests", "failed", TimeSpan.FromSeconds(3))]), Token);
        await merged.MergeAsync(other.File, Token);
        var once = await FactsAsync(merged);
        await merged.MergeAsync(other.File, Token);
        var twice = await FactsAsync(merged);

        twice.ShouldBe(once);
        await using var original = await other.OpenAsync();
        (await FactsAsync(merged)).ShouldBe(await FactsAsync(original));
        var own = await merged.ReadHealthAsync(null, Now.AddDays(-Days), Now.AddDays(1), Division.None, Token);
        own.Runs.Select(x => x.Verdict).ShouldBe([RunVerdict.Fail, RunVerdict.Pass]);
        own.Parts.Select(x => (x.Name, x.Stage, x.Failures)).ShouldBe([("Lint", "checks", 0), ("Test", "tests", 1)]);
        (await merged.ReadImportStatesAsync(MadeHistory.Source, Token)).ShouldHaveSingleItem().Value.ShouldBe("4");
    }

    [Fact]
    public async Task Without_data_a_figure_is_not_known_and_no_success()
    {
        using var folder = new HistoryFolder();
        await using var history = await folder.OpenAsync();

        (await MeasureAsync(history)).Figures.ShouldAllBe(x => x.Verdict == FigureVerdict.Unknown && x.Value == null);
    }

    [Fact]
    public async Task Runs_of_a_wrong_clock_are_left_out_and_counted()
    {
        using var folder = new HistoryFolder();
        await using var history = await folder.OpenAsync();
        await history.AppendAsync(Run(Now.AddHours(2), "pass"), Token);
        await history.AppendAsync(Run(Now.AddDays(3), "fail"), Token);

        await history.ImportAsync(MadeHistory.Source, [], [Deployment("1", Now.AddDays(2), RunVerdict.Fail)], [], Token);

        var report = await MeasureAsync(history);

        report.Future.ShouldBe(new FutureFacts(1, 1, 0));
        report.Figures.Single(x => x.Name == "Pass rate").Value.ShouldBe(1);
    }

    [Fact]
    public async Task A_branch_that_was_red_before_the_window_counts_from_its_first_failure()
    {
        using var folder = new HistoryFolder();
        await using var history = await folder.OpenAsync();
        foreach (var (days, verdict) in new[] { (40, "pass"), (35, "fail"), (33, "fail"), (10, "pass"), (3, "fail") })
            await history.AppendAsync(Run(Now.AddDays(-days), verdict), Token);

        var figure = (await MeasureAsync(history)).Figures.Single(x => x.Name == "Time to fix a red branch, median");

        figure.Value.ShouldBe(TimeSpan.FromDays(25).TotalSeconds);
        figure.Before.ShouldBeNull("it was not mended then");
        figure.Evidence.ShouldBe("mended once; red now for 3 days");
    }

    [Fact]
    public async Task Deployments_and_jobs_are_those_of_the_source_that_is_measured()
    {
        using var folder = new HistoryFolder();
        await using var history = await folder.OpenAsync();
        await history.ImportAsync("github:octo/caro", [Imported("1", RunVerdict.Pass), Imported("2", RunVerdict.Pass)], [Deployment("1", Now.AddDays(-1), RunVerdict.Pass)], [], Token);
        await history.ImportAsync("github:octo/other", [Imported("1", RunVerdict.Fail)], [Deployment("1", Now.AddDays(-1), RunVerdict.Fail)], [], Token);

        var report = await MeasureAsync(history);

        report.Source.ShouldBe("github:octo/caro");
        report.Parts.ShouldBeEmpty();
        report.Figures.Single(x => x.Name == "Deployment success").Value.ShouldBe(1);
    }

    [Fact]
    public async Task Too_few_runs_are_not_judged()
    {
        using var folder = new HistoryFolder();
        await using var history = await folder.OpenAsync();
        for (var run = 1; run <= 4; run++)
            await history.AppendAsync(Run(Now.AddHours(-run), "pass"), Token);
        (await MeasureAsync(history)).Figures[0].ShouldSatisfyAllConditions(
            x => x.Value.ShouldBe(1),
            x => x.Verdict.ShouldBe(FigureVerdict.Unknown),
            x => x.Evidence.ShouldEndWith("5 are needed to judge"));

        await history.AppendAsync(Run(Now.AddHours(-5), "pass"), Token);

        (await MeasureAsync(history)).Figures[0].Verdict.ShouldBe(FigureVerdict.Met);
    }

    [Theory]
    [InlineData(-30, 1)]
    [InlineData(-30.001, 0)]
    [InlineData(0.9, 1)]
    [InlineData(1, 0)]
    public async Task A_window_begins_with_its_first_moment_and_ends_a_day_from_now(double days, int runs)
    {
        using var folder = new HistoryFolder();
        await using var history = await folder.OpenAsync();
        await history.AppendAsync(Run(Now.AddDays(days), "pass"), Token);

        (await MeasureAsync(history)).Runs.ShouldBe(runs);
    }

    [Fact]
    public async Task Stages_are_told_by_the_work_of_their_targets()
    {
        using var folder = new HistoryFolder();
        await using var history = await folder.OpenAsync();
        for (var run = 1; run <= 3; run++)
        {
            var second = TimeSpan.FromSeconds(run);
            await history.AppendAsync(Run(Now.AddHours(-run), "pass") with { Targets = [new("Lint", "checks", "succeeded", second), new("Audit", "checks", "failed", second), new("Build", "compile", "skipped", second)] }, Token);
        }

        (await MeasureAsync(history)).Stages.ShouldBe([new StageFact("checks", 3, TimeSpan.FromSeconds(4), TimeSpan.FromSeconds(6))]);
    }

    [Fact]
    public async Task The_table_tells_figures_targets_and_the_worst_by_name()
    {
        using var folder = new HistoryFolder();
        await using var history = await folder.OpenAsync();
        await MadeHistory.Of(11, Now, 2 * Days).SaveAsync(history, Token);

        var report = await MeasureAsync(history);

        Golden.ShouldMatch(HealthText.Write(report), "Golden/health.txt");
        Golden.ShouldMatch(report.ToJson(), "Golden/metrics.json");
    }

    private static ImportedRun Imported(string id, RunVerdict verdict) =>
        new(id, 1, "ci", "push", Now.AddHours(-1), TimeSpan.FromMinutes(1), null, "c1", "main", verdict, null, [new ImportedJob("test", verdict, TimeSpan.FromMinutes(1), null)]);

    private static ImportedDeployment Deployment(string id, DateTimeOffset created, RunVerdict verdict) =>
        new(DeploymentKind.Deployment, id, "production", "v1", "c1", null, verdict, created, created, null);

    private static RunRecord Run(DateTimeOffset started, string verdict) => new(started, TimeSpan.FromMinutes(1), "c1", "main", verdict, "desk", []);

    private static bool Near(double? one, double? other) => one is null || other is null ? one == other : Math.Abs(one.Value - other.Value) < 1e-6;

    private static Task<HealthReport> MeasureAsync(HistoryDatabase history) =>
        HealthMetrics.MeasureAsync(history, Now, TimeSpan.FromDays(Days), "main", HealthTargets.Default, Token);

    private static async Task<string> FactsAsync(HistoryDatabase history)
    {
        var facts = await history.ReadHealthAsync(MadeHistory.Source, DateTimeOffset.UnixEpoch, Now.AddDays(9), Division.None, Token);
        var deployments = await history.ReadDeploymentsAsync(MadeHistory.Source, Now.AddDays(9), Token);
        return string.Join('\n', [.. facts.Runs, .. facts.Parts, .. facts.Tests, .. deployments.Cast<object>()]);
    }
}
