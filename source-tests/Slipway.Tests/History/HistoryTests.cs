using CsCheck;
using Slipway.Base;
using Slipway.Cargo.Testing;
using Slipway.History;

namespace Slipway.Tests.History;

public class HistoryTests
{
    private static readonly MeasurementKey Key = new("c0ffee", "rustc 1.91.0", "aarch64-apple-darwin", "d1");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_measurement_is_read_by_its_kind_and_key_alone_and_the_last_one_counts()
    {
        using var folder = new HistoryFolder();
        await using (var history = await folder.OpenAsync())
        {
            await history.WriteAsync("size", Key, "1", Token);
            await history.WriteAsync("size", Key, "2", Token);
            await history.WriteAsync("coverage", Key, "3", Token);
        }

        await using var again = await folder.OpenAsync();
        (await again.ReadAsync("size", Key, Token)).ShouldBe("2");
        (await again.ReadAsync("coverage", Key, Token)).ShouldBe("3");
        (await again.ReadAsync("size", Key with { Digest = "d2" }, Token)).ShouldBeNull();
        // The digest stands for all that counts.
        await again.WriteAsync("size", Key with { Commit = "beef" }, "4", Token);
        (await again.ReadAsync("size", Key, Token)).ShouldBe("4");
        (await again.ReadAsync("time", Key, Token)).ShouldBeNull();
        folder.Log.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_time_is_of_one_class_of_machines_and_what_is_not_is_told_with_its_machine()
    {
        var slow = new MachineClass("linux", "x64", "slow", 2);
        var key = Key.On(slow);
        (key == Key.On(slow), key == Key, key == Key.On(slow with { Cores = 4 })).ShouldBe((true, false, false));

        using var folder = new HistoryFolder();
        await using (var history = await folder.OpenAsync())
            await history.WriteAsync("size", Key, "1", Token);

        await using var connection = folder.Connect();
        connection.Value("SELECT machine FROM measurement").ShouldBe(MachineClass.Current.ToString());
        connection.Value("SELECT triple FROM measurement").ShouldBe("aarch64-apple-darwin");
        MachineClass.Current.Cores.ShouldBe(Environment.ProcessorCount);
    }

    [Fact]
    public void The_processor_is_told_by_its_name_or_by_its_numbers()
    {
        MachineClass.ProcessorIn(["processor\t: 0", "model name\t: Fast: 9000", "", "model name\t: Other"]).ShouldBe("Fast: 9000");
        MachineClass.ProcessorIn(["processor\t: 0", "CPU implementer\t: 0x41", "CPU part\t: 0xd0c", ""]).ShouldBe("0x41 0xd0c");
        MachineClass.ProcessorIn(["nonsense"]).ShouldBe("unknown");
    }

    [Fact]
    public async Task What_is_appended_is_what_is_read()
    {
        var names = Gen.OneOf(Gen.Const(""), Gen.Const("a"), Gen.Const("it's"), Gen.Const("naïve \"test\""), Gen.Const("a::b"), Gen.Const("\u2028"));
        var outcomes = Gen.Select(Gen.Select(names, names, names, names), names, Gen.Int[1, 4], Gen.Enum<TestOutcome>(), Gen.Int[-1, 90_000], Gen.Int[0, 5])
            .Select((test, on, attempt, outcome, duration, second) => new TestOutcomeRecord(
                test.Item1, test.Item2, test.Item3, test.Item4, on, "rustc", "linux", attempt, outcome, duration < 0 ? null : TimeSpan.FromMilliseconds(duration), HistoryFolder.Now.AddSeconds(second)));
        var targets = Gen.Select(names, names.Null(), names, Gen.Int[0, 90_000])
            .Select((name, stage, status, duration) => new TargetRecord(name, stage, status, TimeSpan.FromMilliseconds(duration)));

        await Gen.Select(outcomes.List[0, 30], targets.List[0, 5], names.Null()).SampleAsync(
            async (tests, ran, branch) =>
            {
                using var folder = new HistoryFolder();
                var run = new RunRecord(HistoryFolder.Now, TimeSpan.FromSeconds(1), branch, branch, "pass", "machine", [.. ran.DistinctBy(target => target.Name).OrderBy(target => target.Name, StringComparer.Ordinal)]);
                await using var history = await folder.OpenAsync();
                await history.AppendAsync(tests, Token);
                await history.AppendAsync(run, Token);

                (await history.ReadAsync(HistoryFolder.Now, Token)).ShouldBe(tests.OrderBy(test => test.Recorded));
                (await history.ReadAsync(HistoryFolder.Now.AddSeconds(3), Token)).ShouldBe(tests.Where(test => test.Recorded >= HistoryFolder.Now.AddSeconds(3)).OrderBy(test => test.Recorded));
                var read = (await history.ReadRunsAsync(HistoryFolder.Now, Token)).ShouldHaveSingleItem();
                read.Targets.ShouldBe(run.Targets);
                (read with { Targets = run.Targets }).ShouldBe(run);
                (await history.ReadRunsAsync(HistoryFolder.Now.AddMilliseconds(1), Token)).ShouldBeEmpty();
            },
            iter: 20,
            threads: 1);
    }

    [Fact]
    public async Task What_is_too_old_is_forgotten_with_all_that_belongs_to_it()
    {
        using var folder = new HistoryFolder();
        var (old, young) = (HistoryFolder.Now.AddDays(-401), HistoryFolder.Now.AddDays(-399));
        await using (var past = await folder.OpenAsync(HistoryFolder.Now.AddDays(-91)))
            await past.WriteAsync("size", Key, "old", Token);
        await using (var history = await folder.OpenAsync())
        {
            await history.WriteAsync("size", Key with { Digest = "d2" }, "young", Token);
            foreach (var time in new[] { old, young })
            {
                await history.AppendAsync(new RunRecord(time, TimeSpan.Zero, null, null, "pass", "", [new TargetRecord("Test", null, "succeeded", TimeSpan.Zero)]), Token);
                await history.AppendAsync([Outcome("stays", "tree", time), Outcome(time == old ? "gone" : "new", time == old ? "old tree" : "tree", time)], Token);
            }

            await history.PruneAsync(HistoryRetention.Default, Token);

            (await history.ReadAsync("size", Key, Token)).ShouldBeNull();
            (await history.ReadAsync("size", Key with { Digest = "d2" }, Token)).ShouldBe("young");
            (await history.ReadRunsAsync(old, Token)).ShouldHaveSingleItem().Started.ShouldBe(young);
            (await history.ReadAsync(old, Token)).Select(outcome => outcome.Test).ShouldBe(["stays", "new"]);
        }

        await using var connection = folder.Connect();
        connection.Number("SELECT count(*) FROM target_run").ShouldBe(1);
        connection.Rows("SELECT name FROM test ORDER BY name", row => row.GetString(0)).ShouldBe(["new", "stays"]);
        connection.Number("SELECT count(*) FROM code").ShouldBe(1);
    }

    [Fact]
    public void Of_a_suite_all_tests_are_remembered_that_ran()
    {
        var suite = new TestSuiteResult("unit", true, TimeSpan.Zero,
        [
            new TestGroup("crate", "lib", TestGroupKind.Library, 0, TimeSpan.Zero,
            [
                new TestCase("good", TestOutcome.Passed, Duration: TimeSpan.FromSeconds(1)),
                new TestCase("bad", TestOutcome.Failed),
                new TestCase("unused", TestOutcome.Ignored),
            ]),
        ]);

        TestOutcomeRecords.Of(suite, "tree", "rustc", "linux-x64", HistoryFolder.Now).ShouldBe(
        [
            Outcome("good", "tree", HistoryFolder.Now) with { Duration = TimeSpan.FromSeconds(1) },
            Outcome("bad", "tree", HistoryFolder.Now) with { Outcome = TestOutcome.Failed },
        ]);
    }

    private static TestOutcomeRecord Outcome(string test, string tree, DateTimeOffset recorded) =>
        new("unit", "crate", "lib", test, tree, "rustc", "linux-x64", 1, TestOutcome.Passed, null, recorded);
}
