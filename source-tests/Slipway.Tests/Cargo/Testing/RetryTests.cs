using Slipway.Cargo.Testing;
using static Slipway.Cargo.Testing.TestOutcome;

namespace Slipway.Tests.Cargo.Testing;

/// <summary>Each test has a program of its own, because the programs count their runs.</summary>
public class RetryTests(RetryProject project) : IClassFixture<RetryProject>
{
    private static readonly TestRunOptions Short = TestRunOptions.Default with { Parallelism = 1, TimeLimit = TimeSpan.FromSeconds(2) };

    [Fact]
    public async Task Only_what_failed_is_run_again_and_what_passes_then_is_flaky()
    {
        var group = await RunAsync("flaky");

        Outcomes(group).ShouldBe([("good", Passed), ("good_too", Passed), ("never", Failed), ("second", Flaky), ("third", Flaky)]);
        new[] { "good", "good_too", "never", "second", "third" }.Select(project.RunsOf).ShouldBe([1, 1, 3, 2, 3]);
        group.Cases[2].Attempts!.Select(run => run.Outcome).ShouldBe([Failed, Failed, Failed]);
        group.Cases[4].Attempts!.Select(run => run.Outcome).ShouldBe([Failed, Failed, Passed]);
        var flaky = group.Cases[3];
        (flaky.Message, flaky.Location!.Line).ShouldBe(("too early", 10));
        flaky.Output!.ShouldContain("seen at first");
        flaky.Duration!.Value.ShouldBeGreaterThan(TimeSpan.Zero);
        group.Cases[0].Attempts.ShouldBeNull();
        (group.Flaky, group.Succeeded).ShouldBe((2, false));
    }

    [Fact]
    public async Task Who_aborts_the_process_is_found_and_the_others_are_excused()
    {
        var group = await RunAsync("aborts");

        Outcomes(group).ShouldBe([("a_first", Passed), ("b_aborts", Failed), ("c_after", Passed)]);
        group.Problem.ShouldBeNull();
        var test = group.Cases[1];
        test.Message.ShouldBe("did not report: its process ended with exit code 134 (SIGABRT)");
        test.Output!.ShouldContain("last words");
        test.Attempts!.Select(run => run.Outcome).ShouldBe([Lost, Failed, Failed]);
        (project.RunsOf("a_first"), project.RunsOf("b_aborts")).ShouldBe((1, 3));
        group.Cases[2].Attempts.ShouldBeNull();
    }

    [Fact]
    public async Task A_process_that_aborts_once_is_flaky_and_no_single_test_is_blamed()
    {
        var group = await RunAsync("aborts_once");

        Outcomes(group).ShouldBe([("a_aborts", Passed), ("b_after", Passed)]);
        group.Mishap.ShouldBe("The test process ended with exit code 134 (SIGABRT); 2 of 2 tests did not report. Alone, each of them passes.");
        (group.Succeeded, group.Flaky).ShouldBe((true, 1));
    }

    [Fact]
    public async Task The_only_test_that_did_not_report_is_the_flaky_one()
    {
        var group = await RunAsync("aborts_single");

        Outcomes(group).ShouldBe([("single", Flaky)]);
        (group.Succeeded, group.Flaky, group.Mishap).ShouldBe((true, 1, null));
    }

    [Fact]
    public async Task Who_aborts_twice_and_then_passes_is_flaky()
    {
        var group = await RunAsync("aborts_twice");

        Outcomes(group).ShouldBe([("a_aborts", Flaky), ("b_after", Passed)]);
        group.Cases[0].Message!.ShouldContain("SIGABRT");
        group.Succeeded.ShouldBeTrue();
    }

    [Fact]
    public async Task A_test_that_hangs_is_named_and_not_run_once_more()
    {
        var group = await RunAsync("hangs", Short);

        Outcomes(group).ShouldBe([("a_hangs", TimedOut), ("b_waits", Passed)]);
        group.Cases[0].Message.ShouldBe("did not end within the time limit of 2 s");
        (project.RunsOf("hangs"), project.RunsOf("waits")).ShouldBe((2, 1));
        (group.Problem, group.Succeeded).ShouldBe((null, false));
    }

    [Fact]
    public async Task A_program_that_reaches_its_limit_is_no_success_though_each_test_ends_alone()
    {
        var group = await RunAsync("slow", Short);

        Outcomes(group).ShouldBe([("a_slow", Passed), ("b_waits", Passed)]);
        group.Problem.ShouldBe("The test process was ended after its time limit of 2 s; 2 of 2 tests did not report. Alone, each of them ends in time.");
        group.Succeeded.ShouldBeFalse();
    }

    [Fact]
    public async Task More_failures_than_any_flakiness_has_are_not_run_again()
    {
        var result = await project.RunAsync("many");

        result.Count(Failed).ShouldBe(101);
        project.RunsOf("many").ShouldBeInRange(1, 101);
        result.WhyNotRetried.ShouldBe("101 tests failed at once, which is no flakiness: none was run again.");
        result.Groups[0].Cases.ShouldAllBe(test => test.Attempts == null);
    }

    [Fact]
    public async Task A_test_that_ends_its_process_with_success_does_not_pass_at_any_attempt()
    {
        var group = await RunAsync("leaves");

        Outcomes(group).ShouldBe([("leaves", Failed)]);
        group.Cases[0].Message.ShouldBe("did not report: its process ended with exit code 0");
    }

    [Fact]
    public async Task A_harness_of_the_projects_own_is_run_again_as_a_whole()
    {
        var group = await RunAsync("custom");

        Outcomes(group).ShouldBe([("custom", Flaky)]);
        (group.Succeeded, project.RunsOf("custom"), group.Cases[0].Output).ShouldBe((true, 2, "not yet"));
    }

    private async Task<TestGroup> RunAsync(string target, TestRunOptions? options = null) =>
        (await project.RunAsync(target, options)).Groups.ShouldHaveSingleItem();

    private static IEnumerable<(string, TestOutcome)> Outcomes(TestGroup group) => group.Cases.Select(test => (test.Name, test.Outcome));
}
