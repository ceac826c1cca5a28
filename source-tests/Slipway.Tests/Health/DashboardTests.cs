using System.Globalization;
using System.Xml.Linq;
using CsCheck;
using Slipway.Health;
using Slipway.Health.Page;
using Slipway.History;
using Slipway.Tests.History;

namespace Slipway.Tests.Health;

public class DashboardTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_imported_history_is_shown_with_all_its_parts() =>
        Golden.ShouldMatch(DashboardPage.Write(await DashboardSamples.ImportedAsync(30, Token)), "Golden/dashboard-imported.html");

    [Fact]
    public async Task Runs_of_this_machine_are_shown_with_stages_and_measurements() =>
        Golden.ShouldMatch(DashboardPage.Write(await DashboardSamples.OwnAsync("safety::refuses", Token)), "Golden/dashboard-own.html");

    [Fact]
    public async Task Without_a_history_nothing_is_claimed()
    {
        var page = DashboardPage.Write(await DashboardSamples.NothingAsync(Token));

        page.ShouldContain("Pipeline health is not known");
        page.ShouldNotContain("class=\"good\"");
    }

    [Fact]
    public async Task Names_are_text_and_never_markup()
    {
        var page = DashboardPage.Write(await DashboardSamples.OwnAsync("<script>alert(1)</script>&amp;\"", Token));

        page.ShouldContain("&lt;script&gt;alert(1)&lt;/script&gt;&amp;amp;");
        page.ShouldNotContain("<script");
    }

    [Theory]
    [InlineData(7, 7)]
    [InlineData(45, 45)]
    [InlineData(90, 13)]
    [InlineData(366, 53)]
    public async Task Long_windows_are_shown_by_weeks(int days, int stretches)
    {
        var content = await DashboardSamples.ImportedAsync(days, Token);

        content.Division.Count.ShouldBe(stretches);
        content.StretchOf(content.Report.From).ShouldBe(0);
        content.StretchOf(content.Report.To).ShouldBe(stretches - 1);
    }

    [Fact]
    public Task Each_stretch_has_the_runs_medians_and_failures_that_counting_by_hand_gives() => Gen.Int[0, 1_000_000].SampleAsync(
        async seed =>
        {
            using var folder = new HistoryFolder();
            await using var history = await folder.OpenAsync();
            var (now, days) = (DashboardSamples.Now, 10);
            var made = MadeHistory.Of(seed, now, days);
            await made.SaveAsync(history, Token);

            var content = await DashboardContent.ReadAsync(history, now, TimeSpan.FromDays(days), "main", HealthTargets.Default, [], Token);

            bool IsOn(DateTimeOffset moment, int day) => moment >= now.AddDays(day - days) && (day == days - 1 || moment < now.AddDays(day + 1 - days));
            var rows = XDocument.Parse(DashboardPage.Write(content).Replace("<!DOCTYPE html>", "", StringComparison.OrdinalIgnoreCase)).Descendants("section").Single(x => x.Attribute("id")?.Value == "runs").Descendants("tr")
                .Where(row => row.Elements("td").Count() > 4).ToDictionary(row => row.Element("th")!.Value, row => row.Elements("td").Select(x => x.Value).ToList());
            for (var day = 0; day < days; day++)
            {
                var runs = made.Runs.Where(run => IsOn(run.Started, day)).ToList();
                if (runs.Count > 0)
                {
                    var row = rows[now.AddDays(day - days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)];
                    row[1].ShouldBe($"{runs.Count(run => run.Verdict == RunVerdict.Pass)}");
                    row[2].ShouldBe($"{runs.Count(run => run.Verdict == RunVerdict.Fail)}");
                    row[3].ShouldBe($"{runs.Count(run => run.Verdict is RunVerdict.Cancelled or RunVerdict.Skipped)}");
                }

                foreach (var part in content.Facts.Parts)
                    part.Trend[day].ShouldBe(ByHand.Rank(runs.SelectMany(run => run.Jobs).Where(job => job.Name == part.Name && job.Verdict is RunVerdict.Pass or RunVerdict.Fail && job.Name == part.Name).Select(job => job.Duration), 50));
                foreach (var test in content.Facts.Tests.Where(x => x.Failures > 0))
                    test.Trend.Sum(x => x.Failures).ShouldBe(test.Failures);
            }
        },
        iter: 20);

    [Fact]
    public async Task A_year_of_many_jobs_and_tests_stays_below_two_megabytes()
    {
        using var folder = new HistoryFolder();
        await using var history = await folder.OpenAsync();
        var now = DashboardSamples.Now;
        await history.ImportAsync(
            MadeHistory.Source,
            [.. Enumerable.Range(0, 400).Select(run => new ImportedRun($"{run}", 1, "ci", "push", now.AddHours(-20 * run), TimeSpan.FromMinutes(9), null, "c", "main", RunVerdict.Pass, null, [.. Enumerable.Range(0, 100).Select(job => new ImportedJob($"job {job} {new string('x', 300)}", RunVerdict.Pass, TimeSpan.FromSeconds(job), null))]))],
            [], [], Token);

        var content = await DashboardContent.ReadAsync(history, now, TimeSpan.FromDays(366), "main", HealthTargets.Default, [], Token);

        DashboardPage.Write(content).Length.ShouldBeLessThan(2_000_000);
    }
}
