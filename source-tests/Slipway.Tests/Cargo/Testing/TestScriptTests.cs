using Slipway.Cargo;
using Slipway.Cargo.Testing;
using static Slipway.Cargo.Testing.TestOutcome;

namespace Slipway.Tests.Cargo.Testing;

public class TestScriptTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_script_may_speak_tap()
    {
        var group = await RunAsync(
            """
            echo "TAP version 13"
            echo "1..5"
            echo "ok 1 - says hello"
            echo "not ok 2 - says good bye"
            echo "# expected: good bye"
            echo "ok 3 - windows only # SKIP not here"
            echo "not ok 4 - some day # TODO not yet"
            exit 1
            """);

        group.Cases.Select(test => (test.Name, test.Outcome)).ShouldBe(
        [
            ("says hello", Passed),
            ("says good bye", Failed),
            ("windows only", Ignored),
            ("some day", Ignored),
            ("test 5", Lost),
        ]);
        group.Cases[1].Message.ShouldBe("expected: good bye");
        group.Cases[2].Message.ShouldBe("not here");
    }

    [Fact]
    public async Task A_script_whose_tests_are_good_but_whose_exit_code_is_not_fails()
    {
        var group = await RunAsync("echo 1..1; echo ok 1 - fine; exit 7");

        group.Problem.ShouldBe("The script ended with exit code 7.");
        group.Succeeded.ShouldBeFalse();
    }

    [Theory]
    [InlineData("echo 1..1; echo ok 1 - a; echo ok 2 - b", "The plan 1..1 promised 1 test, and 2 reported.")]
    [InlineData("echo 1..2; echo ok 1 - a; echo ok 1 - b", "Test 1 was reported more than once.")]
    [InlineData("echo 1..2; echo ok 1 - a; echo ok 5 - b", "Test 5 is not in the plan 1..2.")]
    [InlineData("echo 1..1; echo ok 1 - a; echo 1..1", "There is more than one plan: 1..1, 1..1.")]
    [InlineData("echo ok 1 - a", "The results have no plan: print 1..N, before or after them.")]
    [InlineData("echo TAP version 14; echo ok", "The results have no plan: print 1..N, before or after them.")]
    [InlineData("echo '1..0 # SKIP no network'", "All tests were skipped: no network")]
    [InlineData("echo 1..999999; echo ok", "The plan 1..999999 promised 999999 tests, and 1 reported.")]
    public async Task A_report_that_miscounts_is_not_believed(string script, string problem)
    {
        var group = await RunAsync(script);

        group.Problem.ShouldBe(problem);
        group.Succeeded.ShouldBeFalse();
    }

    [Fact]
    public async Task A_test_that_failed_counts_whatever_the_exit_code_and_the_plan()
    {
        var group = await RunAsync("echo ok 1 - a; echo not ok 2 - b; exit 0");

        group.Cases.Select(test => (test.Name, test.Outcome)).ShouldBe([("a", Passed), ("b", Failed)]);
    }

    [Fact]
    public async Task Very_much_output_does_not_hide_the_plan()
    {
        var group = await RunAsync("echo 1..2; echo ok 1 - a; yes 'some words that fill the log' | head -n 100000; echo ok 2 - b");

        group.Succeeded.ShouldBeTrue();
        group.Cases.Count.ShouldBe(2);
    }

    [Fact]
    public async Task The_test_that_did_not_report_is_the_one_that_is_missed()
    {
        var group = await RunAsync("echo 1..3; echo ok 1 - a; echo ok 3 - c");

        group.Cases[^1].ShouldBe(new TestCase("test 2", Lost, "was promised by the plan 1..3 but did not report"));
    }

    [Theory]
    [InlineData(0, Passed)]
    [InlineData(4, Failed)]
    public async Task Any_other_script_is_one_test_that_its_exit_code_decides(int exitCode, TestOutcome outcome)
    {
        var group = await RunAsync($"echo some words; exit {exitCode}");

        var test = group.Cases.ShouldHaveSingleItem();
        (test.Name, test.Outcome).ShouldBe(("run_all.sh", outcome));
    }

    [Fact]
    public async Task A_script_is_told_where_the_programs_are()
    {
        using var project = RustProject.Package("app")
            .With("src/bin/do-it.rs", "fn main() { println!(\"1..1\\nok 1 - it works\") }")
            .With("run_all.sh", "\"$CARGO_BIN_EXE_do_it\"");
        var workspace = await CargoWorkspace.LoadAsync(project.Folder, Token);
        var build = await CargoCommand.Build.WithWorkspace(workspace).ExecuteAsync(null, Token);

        var result = await new TestScript(project / "run_all.sh").WithPrograms(build).RunAsync(null, null, Token);

        result.Groups[0].Cases.ShouldHaveSingleItem().ShouldBe(new TestCase("it works", Passed));
    }

    [Fact]
    public async Task A_script_that_is_not_there_is_a_mistake_of_the_configuration()
    {
        var error = await Should.ThrowAsync<SlipwayException>(() => new TestScript("no-such.sh").RunAsync(null, null, Token));

        error.Kind.ShouldBe(ErrorKind.Configuration);
    }

    [Fact]
    public async Task A_script_that_fails_is_run_again_as_a_whole()
    {
        using var project = RustProject.Empty().With("run_all.sh", "echo run >> runs; echo 1..2; echo ok 1 - steady; if [ $(wc -l < runs) -ge 2 ]; then echo ok 2 - moody; else echo not ok 2 - moody; echo '# too early'; fi");

        var group = (await new TestScript(project / "run_all.sh").RunAsync(null, null, Token)).Groups.Single();

        group.Cases.Select(test => (test.Name, test.Outcome, test.Message)).ShouldBe([("steady", Passed, null), ("moody", Flaky, "too early")]);
        group.Cases[1].Attempts!.Select(run => run.Outcome).ShouldBe([Failed, Passed]);
        (group.Succeeded, File.ReadAllLines(project / "runs").Length).ShouldBe((true, 2));
    }

    [Fact]
    public async Task The_last_run_of_a_script_counts_and_no_mixture_of_several()
    {
        using var project = RustProject.Empty().With("run_all.sh", "echo run >> runs; echo 1..2; for n in 1 2; do if [ $(( ($(wc -l < runs) + n) % 2 )) -eq 0 ]; then echo ok $n - t$n; else echo not ok $n - t$n; fi; done");

        var group = (await new TestScript(project / "run_all.sh").RunAsync(null, null, Token)).Groups.Single();

        group.Cases.Select(test => (test.Name, test.Outcome)).ShouldBe([("t1", Flaky), ("t2", Failed)], ignoreOrder: true);
        group.Succeeded.ShouldBeFalse();
    }

    [Fact]
    public async Task A_script_that_ended_badly_once_is_flaky_though_its_tests_are_good()
    {
        using var project = RustProject.Empty().With("run_all.sh", "echo run >> runs; echo 1..1; echo ok 1 - fine; [ $(wc -l < runs) -ge 2 ]");

        var group = (await new TestScript(project / "run_all.sh").RunAsync(null, null, Token)).Groups.Single();

        (group.Succeeded, group.Flaky, group.Mishap).ShouldBe((true, 1, "The script ended with exit code 1."));
    }

    [Fact]
    public async Task A_script_that_hangs_is_not_run_again()
    {
        using var project = RustProject.Empty().With("run_all.sh", "echo run >> runs; echo 1..2; echo ok 1 - fine; sleep 600");

        var options = TestRunOptions.Default with { TimeLimit = TimeSpan.FromSeconds(1) };
        var group = (await new TestScript(project / "run_all.sh").RunAsync(options, null, Token)).Groups.Single();

        group.Problem.ShouldBe("The script was ended after its time limit of 1 s.");
        File.ReadAllLines(project / "runs").Length.ShouldBe(1);
    }

    private static async Task<TestGroup> RunAsync(string script)
    {
        using var project = RustProject.Empty().With("run_all.sh", script);
        var result = await new TestScript(project / "run_all.sh").RunAsync(TestRunOptions.Default with { Attempts = 1 }, null, Token);
        return result.Groups.ShouldHaveSingleItem();
    }
}
