using System.Diagnostics;
using System.Globalization;
using Slipway.Cargo.Testing;
using Slipway.Health;
using Slipway.History;

const double Budget = 1;
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
        + "the health of its last 30 days: the seconds it takes, and the memory that the program has had at most.");
    return 2;
}

var folder = Directory.CreateTempSubdirectory("health-").FullName;
try
{
    var now = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    var file = Path.Combine(folder, "history.db");
    await MakeAsync(file, now);
    GC.Collect();
    List<double> times = [];
    for (var round = 0; round < 5; round++)
    {
        var start = Stopwatch.GetTimestamp();
        await using var history = await HistoryDatabase.OpenAsync(file, TimeProvider.System);
        var report = await HealthMetrics.MeasureAsync(history, now, TimeSpan.FromDays(30), "main", HealthTargets.Default, CancellationToken.None);
        times.Add(Stopwatch.GetElapsedTime(start).TotalSeconds);
        if (round == 0)
            await Console.Out.WriteAsync(HealthText.Write(report));
    }

    var (seconds, memory) = (times.Order().ElementAt(times.Count / 2), Process.GetCurrentProcess().PeakWorkingSet64 / Megabyte);
    await Console.Out.WriteLineAsync(FormattableString.Invariant($"History of {new FileInfo(file).Length / Megabyte:0} MB: {seconds:0.00} s (first {times[0]:0.00} s), {memory:0} MB at most, also to make it."));
    var isWithin = seconds <= Budget && memory <= MemoryBudget;
    await Console.Out.WriteLineAsync(FormattableString.Invariant($"{(isWithin ? "Within" : "Over")} the budget of {Budget:0} s and {MemoryBudget:0} MB."));
    return isWithin ? 0 : 1;
}
finally
{
    Directory.Delete(folder, recursive: true);
}

async Task MakeAsync(string file, DateTimeOffset now)
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
