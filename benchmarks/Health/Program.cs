using System.Diagnostics;
using System.Globalization;
using Slipway.Cargo.Testing;
using Slipway.Health;
using Slipway.Health.Page;
using Slipway.History;

const double Budget = 1;
const double DashboardBudget = 3;
const double PageBudget = 2;
const double MemoryBudget = 300;
const double Megabyte = 1024 * 1024;

var sizes = args switch
{
    [] => (Runs: 100_000, Jobs: 20, Tests: 5_000),
    ["--runs", var text] => (Runs: int.Parse(text, CultureInfo.InvariantCulture), Jobs: 20, Tests: 5_000),
    _ => default,
};
if (sizes == default)
{
    await Console.Error.WriteLineAsync("usage: dotnet run -c Release --project benchmarks/Health -- [--runs N]\n\n"
        + "Makes a history of a year (100,000 runs with 20 jobs each, and every night the outcomes of 5,000 tests), and measures\n"
        + "the health of its last 30 days, and the dashboard of these and of the year: the seconds they take, the size of the page,\n"
        + "and the memory that the program has had at most.");
    return 2;
}

var now = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
var page = "";
var folder = Directory.CreateTempSubdirectory("health-").FullName;
var file = Path.Combine(folder, "history.db");
try
{
    await MakeAsync();
    GC.Collect();
    var metrics = await MedianAsync("Metrics, 30 days", history => HealthMetrics.MeasureAsync(history, now, TimeSpan.FromDays(30), "main", HealthTargets.Default, CancellationToken.None));
    var dashboard = await MedianAsync("Dashboard, 30 days", history => PageAsync(history, 30));
    var year = await MedianAsync("Dashboard, 366 days", history => PageAsync(history, 366));
    var (size, memory) = (page.Length / Megabyte, Process.GetCurrentProcess().PeakWorkingSet64 / Megabyte);
    await Console.Out.WriteLineAsync(FormattableString.Invariant($"History of {new FileInfo(file).Length / Megabyte:0} MB; page of {size:0.00} MB; {memory:0} MB of memory at most, also to make the history."));
    var isWithin = metrics <= Budget && Math.Max(dashboard, year) <= DashboardBudget && memory <= MemoryBudget && size <= PageBudget;
    await Console.Out.WriteLineAsync(FormattableString.Invariant($"{(isWithin ? "Within" : "Over")} the budgets of {Budget:0} s, {DashboardBudget:0} s for the dashboard, {PageBudget:0} MB for its page, and {MemoryBudget:0} MB of memory."));
    return isWithin ? 0 : 1;
}
finally
{
    Directory.Delete(folder, recursive: true);
}

async Task<double> MedianAsync<T>(string name, Func<HistoryDatabase, Task<T>> measure)
{
    List<double> times = [];
    for (var round = 0; round < 5; round++)
    {
        var start = Stopwatch.GetTimestamp();
        await using var history = await HistoryDatabase.OpenAsync(file, TimeProvider.System);
        await measure(history);
        times.Add(Stopwatch.GetElapsedTime(start).TotalSeconds);
    }

    var median = times.Order().ElementAt(times.Count / 2);
    await Console.Out.WriteLineAsync(FormattableString.Invariant($"{name,-20}  {median:0.00} s (first {times[0]:0.00} s)"));
    return median;
}

async Task<string> PageAsync(HistoryDatabase history, int days) =>
    page = DashboardPage.Write(await DashboardContent.ReadAsync(history, now, TimeSpan.FromDays(days), "main", HealthTargets.Default, [], CancellationToken.None));

async Task MakeAsync()
{
    var random = new Random(1);
    await using var history = await HistoryDatabase.OpenAsync(file, TimeProvider.System);
    var (step, id) = (TimeSpan.FromDays(365) / sizes.Runs, 0);
    foreach (var some in Enumerable.Range(0, sizes.Runs).Chunk(2_000))
    {
        var runs = some.Select(run => new ImportedRun(
            (++id).ToString(CultureInfo.InvariantCulture), 1, "ci", "push", now - step * (sizes.Runs - run), Minutes(20), Minutes(2), "c", random.Next(2) == 0 ? "main" : "change", Verdict(20), null,
            [.. Enumerable.Range(0, sizes.Jobs).Select(job => new ImportedJob($"job {job}", Verdict(200), Minutes(9), Minutes(1)))])).ToList();
        var releases = some.Where(run => run % 500 == 0).Select(run => new ImportedDeployment(
            DeploymentKind.Release, $"{run}", "release", $"v1.{run}.0", "c", now - step * (sizes.Runs - run) - Minutes(900), Verdict(30), now - step * (sizes.Runs - run), now - step * (sizes.Runs - run) + Minutes(20), null)).ToList();
        await history.ImportAsync("github:octo/caro", runs, releases, []);
    }

    for (var night = 365; night > 0; night--)
    {
        await history.AppendAsync([.. Enumerable.Range(0, sizes.Tests).Select(test => new TestOutcomeRecord(
            "unit", "caro", "lib", $"test {test}", $"tree {night / 3}", "rustc 1.95.0", "linux-x64", 1, random.Next(1_000) == 0 ? TestOutcome.Failed : TestOutcome.Passed, TimeSpan.FromMilliseconds(3), now.AddDays(-night)))]);
    }

    TimeSpan Minutes(int most) => TimeSpan.FromSeconds(random.Next(1, most * 60));
    RunVerdict Verdict(int oneIn) => random.Next(oneIn) == 0 ? RunVerdict.Fail : RunVerdict.Pass;
}
