using Slipway.Alerts;
using Slipway.Alerts.Flaky;
using Slipway.Cargo.Testing;
using Slipway.Gates;

namespace Slipway.Tests.Alerts;

public class FlakyTestsTests
{
    private static readonly DateOnly Today = new(2026, 11, 26);
    private static readonly Threshold Limit = TestRules.Default.FlakyRate;

    [Fact]
    public void The_line_for_the_build_class_names_the_test_its_rate_and_a_day()
    {
        var tests = Find([Rate("net::retries", 4, 30)]);

        tests.Tests.Single().Quarantine.ShouldBe("new(\"unit::net::retries\", \"fails in 13.3 % of its runs\", new DateOnly(2026, 12, 10)),");
        tests.ToMarkdown().ShouldContain("It failed in 4 of 30 runs on code that it passes on: 13.3 % (95 %: 5.3 to 29.7 %), more than 2 %.");
    }

    [Fact]
    public void Where_several_programs_have_a_test_of_the_name_the_program_is_named_too() =>
        Find([Rate("retries", 4, 30), Rate("retries", 0, 30, "bin caro")]).Tests.Single().Name.ShouldBe("unit::lib caro::retries");

    [Fact]
    public void A_name_with_quotes_is_still_one_text_of_the_build_class() =>
        Find([Rate("says \"no\\yes\"", 4, 30)]).Tests.Single().Quarantine.ShouldStartWith("""new("unit::says \"no\\yes\"", """);

    [Theory]
    // Flaky beyond doubt.
    [InlineData(6, 40, true, false)]
    // Above the limit, and it may be chance.
    [InlineData(1, 40, false, true)]
    // Too few runs.
    [InlineData(3, 9, false, true)]
    // Mended.
    [InlineData(0, 40, false, false)]
    public void A_test_is_over_the_limit_when_its_interval_is_and_mended_when_its_rate_is_not(int failures, int runs, bool isNamed, bool isUndecided)
    {
        var tests = Find([Rate("retries", failures, runs)]);

        (tests.Tests.Length == 1, tests.Undecided.Count == 1).ShouldBe((isNamed, isUndecided));
    }

    [Fact]
    public void Of_tests_that_hardly_ran_nothing_is_known()
    {
        Find([Rate("retries", 0, 9)]).IsKnown.ShouldBeFalse();
        Find([]).IsKnown.ShouldBeFalse();
        Find([Rate("retries", 0, 10)]).IsKnown.ShouldBeTrue();
    }

    [Fact]
    public void A_test_in_quarantine_has_no_new_issue_and_keeps_the_one_it_has()
    {
        var rate = Rate("retries", 6, 40);

        var tests = FlakyTests.Find([rate], Limit, [new QuarantinedTest("unit::retries", "waits", Today)], [], Today);

        tests.Tests.ShouldBeEmpty();
        tests.Undecided.ShouldBe([AlertWords.Key(AlertEvent.FlakyTest, "unit", "caro", "lib caro", "retries")]);
        FlakyTests.Find([rate], Limit, [new QuarantinedTest("unit::retries", "waited", Today.AddDays(-1))], [], Today).Tests.Length.ShouldBe(1);
    }

    [Fact]
    public void The_last_failure_is_shown_inside_its_fence_whatever_it_says()
    {
        var output = string.Join('\n', Enumerable.Range(0, 40).Select(x => $"line {x}")) + "\n```\n\u001b[31mpanicked";
        var test = new TestCase("retries", TestOutcome.Flaky, Attempts: [new TestAttempt(TestOutcome.Failed, "first", output), new TestAttempt(TestOutcome.Passed)]);
        var suite = new TestSuiteResult("unit", IsExpected: true, TimeSpan.Zero, [new TestGroup("caro", "lib caro", TestGroupKind.Binary, 0, TimeSpan.Zero, [test])]);

        var markdown = FlakyTests.Find([Rate("retries", 6, 40)], Limit, [], [suite], Today).ToMarkdown();

        markdown.ShouldContain("When it failed last:\n\n````text\n…\nline 12\n");
        markdown.ShouldContain("\n```\n[31mpanicked\n````\n");
    }

    private static FlakyTests Find(FlakyRate[] rates) => FlakyTests.Find(rates, Limit, [], [], Today);

    private static FlakyRate Rate(string test, int failures, int runs, string program = "lib caro") => new("unit", "caro", program, test, failures, runs);
}
