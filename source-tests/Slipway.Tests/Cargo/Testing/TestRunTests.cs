using Slipway.Cargo;
using Slipway.Cargo.Testing;
using static Slipway.Cargo.Testing.TestOutcome;

namespace Slipway.Tests.Cargo.Testing;

public class TestRunTests(TestProject project) : IClassFixture<TestProject>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_unit_suite_has_the_tests_of_libraries_and_programs()
    {
        var result = await project.RunAsync(TestSuite.Unit);

        Outcomes(result.Groups.ShouldHaveSingleItem()).ShouldBe(
        [
            ("safety::tests::later", Ignored),
            ("safety::tests::refuses", Passed),
            ("tests::adds", Passed),
            ("tests::not_safety", Failed),
        ]);
        result.Succeeded.ShouldBeFalse();
    }

    [Fact]
    public async Task A_failed_test_has_its_output_its_message_and_its_place()
    {
        var result = await project.RunAsync(TestSuite.Unit, TestRunOptions.Default with { Attempts = 1 });

        var failed = result.Groups[0].Cases.Single(test => test.IsFailure);
        failed.Output!.ShouldStartWith("noise\n");
        failed.Message.ShouldBe("assertion `left == right` failed");
        failed.Location!.File.ShouldBe(Path.Combine(project.Workspace.RootFolder, "src", "lib.rs"));
        failed.Location.Line.ShouldBe(18);
        failed.Duration.ShouldBeNull();
        result.Groups[0].Duration.ShouldBeGreaterThan(TimeSpan.Zero);
    }

    [Fact]
    public async Task A_reason_to_ignore_a_test_may_have_several_lines()
    {
        var result = await project.RunAsync(TestSuite.Unit);

        result.Groups[0].Cases.Single(test => test.Outcome == Ignored).Message.ShouldBe("two\nlines");
    }

    [Fact]
    public async Task The_safety_suite_is_a_test_target_and_a_module()
    {
        var result = await project.RunAsync(TestSuite.Safety());

        result.Groups.SelectMany(Outcomes).ShouldBe(
        [
            ("safety::tests::later", Ignored),
            ("safety::tests::refuses", Passed),
            ("whole", Passed),
        ]);
        result.Succeeded.ShouldBeTrue();
    }

    [Fact]
    public async Task The_integration_suite_leaves_out_what_belongs_to_another()
    {
        var plan = await TestPlan.DiscoverAsync(project.Build, TestSuite.Integration.WithoutTargets("safety_tests", "hangs"), Token);

        plan.Programs.Select(program => program.Binary.Target.Name)
            .ShouldBe(["aborts", "custom", "custom_good", "environment", "forges", "leaves", "plain"]);
    }

    [Fact]
    public async Task A_suite_that_finds_no_test_fails_unless_it_may_be_empty()
    {
        var result = await project.RunAsync(TestSuite.EndToEnd("nothing"));

        result.Total.ShouldBe(0);
        result.Succeeded.ShouldBeFalse();
        (await project.RunAsync(TestSuite.EndToEnd("nothing").WithExpected(false))).Succeeded.ShouldBeTrue();
    }

    [Fact]
    public async Task A_panic_other_than_the_expected_one_says_so()
    {
        var group = await project.RunAsync("plain");

        Outcomes(group).ShouldBe([("one", Passed), ("three", Failed), ("two", Passed)]);
        group.Cases[1].Message!.ShouldContain("panic did not contain expected string");
    }

    [Fact]
    public async Task When_a_test_aborts_the_process_the_tests_that_did_not_report_are_named()
    {
        var group = await project.RunAsync("aborts", TestRunOptions.Default with { Parallelism = 1, Attempts = 1 });

        Outcomes(group).ShouldBe([("a_first", Passed), ("b_aborts", Lost), ("c_after", Lost)]);
        group.Problem.ShouldBe("The test process ended with exit code 134 (SIGABRT); 2 of 3 tests did not report.");
        group.Succeeded.ShouldBeFalse();
    }

    [Fact]
    public async Task When_a_test_ends_the_process_with_success_it_is_a_failure_all_the_same()
    {
        var group = await project.RunAsync("leaves", TestRunOptions.Default with { Parallelism = 1, Attempts = 1 });

        group.ExitCode.ShouldBe(0);
        Outcomes(group).ShouldBe([("a_first", Passed), ("b_leaves", Lost), ("c_after", Lost)]);
        group.Succeeded.ShouldBeFalse();
    }

    [Fact]
    public async Task Printing_the_lines_of_a_good_test_does_not_make_one()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "the test writes to /dev/stdout");

        var group = await project.RunAsync("forges", TestRunOptions.Default with { Parallelism = 1, Attempts = 1 });

        Outcomes(group).ShouldBe([("a_forger", Passed), ("b_fails", Failed), ("c_lost", Lost)]);
    }

    [Fact]
    public async Task A_program_that_takes_too_long_is_ended_and_says_so()
    {
        var group = await project.RunAsync("hangs", TestRunOptions.Default with { TimeLimit = TimeSpan.FromMilliseconds(300) });

        Outcomes(group).ShouldBe([("sleeps", TimedOut)]);
        group.Cases[0].Message.ShouldBe("did not end within the time limit of 0.3 s");
        group.Duration.ShouldBeLessThan(TimeSpan.FromSeconds(20));
    }

    [Fact]
    public async Task A_harness_of_the_projects_own_counts_by_its_exit_code()
    {
        var group = await project.RunAsync("custom");

        var test = group.Cases.ShouldHaveSingleItem();
        (test.Name, test.Outcome, test.Message).ShouldBe(("custom", Failed, "ended with exit code 3"));
    }

    [Fact]
    public async Task A_harness_of_the_projects_own_runs_once_and_without_arguments()
    {
        var ran = Path.Combine(project.Workspace.RootFolder, "ran");
        // Other tests run the same project.
        File.Delete(ran);

        var plan = await TestPlan.DiscoverAsync(project.Build, TestSuite.EndToEnd("custom_good"), Token);
        File.Exists(ran).ShouldBeFalse();
        var result = await plan.RunAsync(null, null, Token);

        result.Succeeded.ShouldBeTrue();
        (await File.ReadAllTextAsync(ran, Token)).ShouldBe("");
    }

    [Fact]
    public async Task A_test_sees_the_environment_that_cargo_would_give_it()
    {
        var cargo = CargoCommand.Test.WithWorkspace(project.Workspace).WithArguments("--test", "environment")
            .WithEnvironment("WHO", "cargo");
        (await cargo.ExecuteAsync(null, Token)).EnsureSuccess();
        var result = await project.RunAsync(TestSuite.EndToEnd("environment"));

        result.Succeeded.ShouldBeTrue();
        ReadEnvironment("").ShouldBe(ReadEnvironment("cargo"));
    }

    [Fact]
    public async Task Programs_run_side_by_side_and_the_result_is_sorted()
    {
        var suite = TestSuite.Integration.WithoutTargets("hangs");

        var result = await project.RunAsync(suite, TestRunOptions.Default with { Parallelism = 4 });

        result.Groups.Select(group => group.Name).ShouldBeInOrder();
        result.Groups.Count.ShouldBe(8);
    }

    private static IEnumerable<(string, TestOutcome)> Outcomes(TestGroup group) =>
        group.Cases.Select(test => (test.Name, test.Outcome));

    private string[] ReadEnvironment(string who) =>
        File.ReadAllLines(Path.Combine(project.Workspace.RootFolder, $"environment-{who}"));
}
