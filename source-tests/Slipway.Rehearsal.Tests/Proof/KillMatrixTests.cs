using System.Collections.Concurrent;
using System.Globalization;
using System.Runtime.InteropServices;
using Slipway.Rehearsal.Faults;

namespace Slipway.Rehearsal.Tests.Proof;

/// <summary>
/// The release is a process that is ended by SIGKILL, and started again. With SLIPWAY_PROOF=all every point is tried with
/// and without the journal; otherwise with one of them.
/// </summary>
public partial class KillMatrixTests(ReleaseTemplate template, ITestOutputHelper output) : IClassFixture<ReleaseTemplate>
{
    private const int SigKill = 9;

    private static readonly bool All = Environment.GetEnvironmentVariable("SLIPWAY_PROOF") == "all";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_release_that_is_killed_at_any_request_ends_as_one_that_was_not()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no SIGKILL.");
        var (reference, calls, _) = await UndisturbedAsync();
        var points =
            from call in Enumerable.Range(1, calls)
            from committed in (bool[])[false, true]
            from keepsJournal in All ? (bool[])[false, true] : [(call % 2 == 0) == committed]
            select new Point(string.Create(CultureInfo.InvariantCulture, $"request {call}, {(committed ? "after" : "before")} it has its effect"), keepsJournal, (world, kill) =>
                world.Faults.Add(new Fault("*", "/**") { Occurrence = call, Cut = true, Commits = committed, Then = kill }));

        await TryAllAsync([.. points], reference);
    }

    [Fact]
    public async Task A_release_that_is_killed_after_any_line_of_its_journal_ends_as_one_that_was_not()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no SIGKILL.");
        var (reference, _, records) = await UndisturbedAsync();
        var points =
            from record in Enumerable.Range(1, records)
            from keepsJournal in All ? (bool[])[false, true] : [record % 2 == 0]
            select new Point(string.Create(CultureInfo.InvariantCulture, $"line {record} of the journal"), keepsJournal, (_, _) => { }, record);

        await TryAllAsync([.. points], reference);
    }

    [Fact]
    public async Task A_release_that_is_made_again_changes_nothing()
    {
        await using var world = await ReleaseWorld.StartAsync(template);
        (await world.RunAsync()).ShouldEndWith(0);
        var before = await world.LookAsync();
        var calls = world.Calls;

        (await world.RunAsync()).ShouldEndWith(0);
        world.LoseJournal();
        (await world.RunAsync()).ShouldEndWith(0);

        (await world.LookAsync()).ShouldBe(before);
        world.ChangesSince(calls).ShouldBeEmpty();
    }

    private async Task<(string State, int Calls, int Records)> UndisturbedAsync()
    {
        await using var world = await ReleaseWorld.StartAsync(template);
        (await world.RunAsync()).ShouldEndWith(0);
        var (calls, records) = (world.Calls, (await File.ReadAllLinesAsync(world.Journal, Token)).Length);
        return (await world.LookAsync(), calls, records);
    }

    private async Task TryAllAsync(IReadOnlyCollection<Point> points, string reference)
    {
        var failures = new ConcurrentBag<string>();
        var killed = 0;
        await Parallel.ForEachAsync(points, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = Token }, async (point, _) =>
        {
            try
            {
                if (await TryAsync(point, reference))
                    Interlocked.Increment(ref killed);
            }
            catch (ShouldAssertException exception)
            {
                failures.Add($"{point}: {exception.Message}");
            }
        });

        var counts = string.Create(CultureInfo.InvariantCulture, $"{points.Count} points tried, killed at {killed}, {points.Count - failures.Count} survived.");
        output.WriteLine(counts);
        failures.ShouldBeEmpty(counts);
        // How many requests a release needs differs by a few: cargo asks more or less often.
        killed.ShouldBeGreaterThan(points.Count * 9 / 10);
    }

    private async Task<bool> TryAsync(Point point, string reference)
    {
        await using var world = await ReleaseWorld.StartAsync(template);
        var process = 0;
        point.Prepare(world, () => Kill(Volatile.Read(ref process), SigKill));
        var first = await world.RunAsync(point.Record, id => Volatile.Write(ref process, id));
        if (first.ExitCode != ReleaserRun.Killed)
            first.ShouldEndWith(0);
        if (!point.KeepsJournal)
            world.LoseJournal();

        (await world.FinishAsync()).ShouldEndWith(0);

        (await world.LookAsync()).ShouldBe(reference);
        return first.ExitCode == ReleaserRun.Killed;
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Kill(int process, int signal);

    /// <param name="Prepare">Is given the world, and what kills the release.</param>
    private sealed record Point(string Name, bool KeepsJournal, Action<ReleaseWorld, Action> Prepare, int? Record = null)
    {
        public override string ToString() => $"{Name}, {(KeepsJournal ? "with" : "without")} the journal";
    }
}
