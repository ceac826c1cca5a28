using Slipway.Base;
using Slipway.Cargo.Testing;
using Slipway.History;

namespace EndToEnd.Tests;

/// <summary>What a user sees of tests that fail sometimes, always, or never end.</summary>
public class TestRulesTests
{
    private const string Moody = """
        //! A crate for a test.

        #[cfg(test)]
        mod tests {
            /// How often it was called, which is counted in files.
            fn runs() -> usize {
                let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/target/runs");
                std::fs::create_dir_all(folder).unwrap();
                let count = std::fs::read_dir(folder).unwrap().count() + 1;
                std::fs::write(format!("{folder}/{count}"), "").unwrap();
                count
            }

            #[test]
            fn steady() {}

            #[test]
            fn moody() {
                assert!(runs() >= LIMIT, "too early");
            }
        }

        """;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_flaky_test_is_a_warning_and_fails_when_that_is_asked_for()
    {
        using var pipeline = Package(runs: 2);

        var run = (await RunAsync(pipeline)).ShouldExitWith(0);
        run.ShouldSay("moody: 2 passed, 0 failed, 0 ignored, 1 flaky").ShouldSay("tests::moody: Flaky (2 attempts)");
        run.SummaryOf("UnitTest").ShouldContain("Flaky: 1");
        pipeline.Report("gates.json").ShouldContain("tests::moody is flaky: it passed at attempt 2; at first: too early");
        pipeline.Report("junit.xml").ShouldContain("<flakyFailure message=\"too early\"");

        Forget(pipeline);
        (await RunAsync(pipeline, "--fail-flaky-tests")).ShouldExitWith(1).ShouldSay("1 flaky").ShouldSay("work space/src/lib.rs:19:").ShouldSay("is flaky: it passed at attempt 2");
    }

    [Fact]
    public async Task A_test_that_is_known_to_be_flaky_too_often_fails_until_it_is_mended()
    {
        using var pipeline = Package(runs: 1);
        await pipeline.CommitAsync("Base");
        await using (var history = await HistoryDatabase.OpenAsync(Path.Combine(pipeline.Root, ".nuke/temp/history.db"), TimeProvider.System, cancellationToken: Token))
            await history.AppendAsync([.. Enumerable.Range(0, 12).SelectMany(Outcomes)], Token);

        var run = (await RunAsync(pipeline)).ShouldExitWith(1);
        run.ShouldSay("1 test flaky too often").ShouldSay("tests::moody is flaky: it failed in 3 of 13 runs on code that it passes on: 23.1 % (95 %: 8.2 to 50.3 %), more than 2 % (the default)");
        pipeline.Report("index.html").ShouldContain("23.1 % (95 %: 8.2 to 50.3 %)");
        (await RunAsync(pipeline, "--flaky-rate", "10")).ShouldExitWith(0);

        static IEnumerable<TestOutcomeRecord> Outcomes(int index) => index is 2 or 5 or 11
            ? [Outcome(index, 1, TestOutcome.Failed), Outcome(index, 2, TestOutcome.Passed)]
            : [Outcome(index, 1, TestOutcome.Passed)];

        static TestOutcomeRecord Outcome(int index, int attempt, TestOutcome outcome) =>
            new("unit", "moody", "moody", "tests::moody", $"tree {index}", "rustc", "linux", attempt, outcome, null, TimeProvider.System.GetUtcNow().AddHours(index - 20));
    }

    [Fact]
    public async Task What_tests_come_to_is_remembered_by_the_tree()
    {
        using var pipeline = Package(runs: 2);
        await pipeline.CommitAsync("Base");
        (await RunAsync(pipeline)).ShouldExitWith(0);

        await using var history = await HistoryDatabase.OpenAsync(Path.Combine(pipeline.Root, ".nuke/temp/history.db"), TimeProvider.System, cancellationToken: Token);
        var outcomes = await ((ITestOutcomes)history).ReadAsync(DateTimeOffset.UnixEpoch, Token);
        outcomes.Select(outcome => (outcome.Test, outcome.Attempt, outcome.Outcome)).ShouldBe(
            [("tests::moody", 1, TestOutcome.Failed), ("tests::moody", 2, TestOutcome.Passed), ("tests::steady", 1, TestOutcome.Passed)]);
        var source = await SourceState.ReadAsync(pipeline.Workspace, Token);
        outcomes.ShouldAllBe(outcome => outcome.Tree == source!.Tree);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(1, "--test-attempts", "1")]
    public async Task A_test_that_always_fails_fails_after_all_attempts(int attempts, params string[] options)
    {
        using var pipeline = Package(runs: 100);

        var run = (await RunAsync(pipeline, options)).ShouldExitWith(1);
        run.SummaryOf("UnitTest").ShouldContain("1 test failed");
        run.ShouldSay("work space/src/lib.rs:19:").ShouldSay("tests::moody: too early");
        Directory.GetFiles(Path.Combine(pipeline.Workspace, "target/runs")).Length.ShouldBe(attempts);
    }

    [Fact]
    public async Task A_test_that_hangs_is_named()
    {
        using var pipeline = new Pipeline().WithPackage("hanging", library: Pipeline.Library.Replace(
            "assert_eq!(super::increment(1), 2);",
            "println!(\"goes to sleep\");\n        std::thread::sleep(std::time::Duration::from_secs(3600));\n    }\n\n    #[test]\n    fn ends() {",
            StringComparison.Ordinal));

        var run = (await RunAsync(pipeline, "--test-time-limit", "1")).ShouldExitWith(1);
        run.SummaryOf("UnitTest").ShouldContain("1 test did not end in time");
        run.ShouldSay("tests::adds_one: did not end within the time limit of 60 s");
    }

    [Theory]
    [InlineData("--test-attempts", "0", "--test-attempts is 0")]
    [InlineData("--flaky-rate", "101", "--flaky-rate is 101")]
    public async Task A_value_that_cannot_be_is_an_error_of_usage(string option, string value, string message)
    {
        using var pipeline = new Pipeline().WithPackage("good");
        (await RunAsync(pipeline, option, value)).ShouldExitWith(2).ShouldSay(message);
    }

    [Fact]
    public async Task A_quarantined_test_fails_only_when_its_day_is_past()
    {
        using var build = Quarantining().WithFile("src/lib.rs", "#[cfg(test)]\nmod tests {\n    #[test]\n    fn waits() {\n        panic!(\"no port\");\n    }\n}\n");

        var run = (await build.RunAsync("UnitTest")).ShouldSucceed();
        run.SummaryOf("UnitTest").ShouldContain("Quarantined: 1");
        build.Read("artifacts/reports/gates.json").ShouldContain("tests::waits is quarantined until 9999-12-31 (the port is not free on this machine): no port");
        build.Read("artifacts/reports/gates.json").ShouldContain("unit::tests::gone is quarantined, and there is no such test");
        build.Read("artifacts/reports/junit.xml").ShouldContain("<skipped message=\"quarantined until 9999-12-31");

        run = await build.RunAsync("UnitTest", "--until", "2020-01-31");
        run.ExitCode.ShouldBe(1, run.Output + run.Error);
        (run.Output + run.Error).ShouldContain("1 test failed, 1 quarantined too long");
        (run.Output + run.Error).ShouldContain("See https://example.org/issues/7");
    }

    [Fact]
    public async Task A_suite_must_have_as_many_tests_as_the_build_class_says()
    {
        using var build = Quarantining().WithFile("src/lib.rs", "").WithFile("tests/it.rs", "#[test]\nfn works() {}\n");

        var run = (await build.RunAsync("IntegrationTest")).ShouldFailWith(1);
        (run.Output + run.Error).ShouldContain("The suite integration ran 1 test, and must run 2 tests (MinimumTests).");
        run = (await build.RunAsync("IntegrationTest", "--large-suite", "integral")).ShouldFailWith(2);
        (run.Output + run.Error).ShouldContain("MinimumTests names the suite integral.");
    }

    private static Pipeline Package(int runs) => new Pipeline()
        .WithPackage("moody", library: Moody.Replace("LIMIT", runs.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal));

    private static BuildProgram Quarantining() => new BuildProgram("QuarantineBuild", "WorkflowBuilds")
        .WithFile("Cargo.toml", "[package]\nname = \"waiting\"\nversion = \"0.1.0\"\nedition = \"2021\"\n");

    // Only the tests: what comes before them is not what these are about.
    private static Task<PipelineRun> RunAsync(Pipeline pipeline, params string[] options) =>
        pipeline.RunAsync(["unit-test", "--skip", "checks", "lint", "format", "audit", "scan-secrets", "compile", .. options]);

    private static void Forget(Pipeline pipeline) => Directory.Delete(Path.Combine(pipeline.Workspace, "target/runs"), recursive: true);
}
