using Slipway.Cargo.Testing;
using Slipway.Gates;

namespace Slipway.Tests.Gates;

/// <summary>What comes of flaky, quarantined and missing tests.</summary>
public class TestGateTests
{
    private static readonly DateOnly Today = new(2026, 11, 25);

    private static readonly TestCase Good = new("good", TestOutcome.Passed);

    private static readonly TestCase Bad = new("bad", TestOutcome.Failed, "no", "words", new SourceLocation("/repo/src/lib.rs", 3, 5));

    private static readonly TestCase Flaky = TestCase.Combine([Bad with { Name = "flaky" }, new TestCase("flaky", TestOutcome.Passed)]);

    [Fact]
    public void A_flaky_test_passes_with_a_warning_that_has_the_first_failure()
    {
        var gate = Judge(TestRules.Default, Good, Flaky);

        gate.Verdict.ShouldBe(GateVerdict.Pass);
        Shown(gate).ShouldBe(["2 tests", "2 passed", "1 flaky"]);
        var finding = gate.Findings.ShouldHaveSingleItem();
        (finding.Severity, finding.Message, finding.File, finding.Line).ShouldBe((FindingSeverity.Warning, "flaky is flaky: it passed at attempt 2; at first: no", "src/lib.rs", 3));
        finding.Help!.ShouldEndWith("cargo test --package pkg --lib flaky");
    }

    [Fact]
    public void A_flaky_test_fails_at_once_when_none_may_be()
    {
        var gate = Judge(TestRules.Default with { Flaky = Threshold.AtMost(0, "--fail-flaky-tests") }, Good, Flaky);

        (gate.Verdict, gate.Reason).ShouldBe((GateVerdict.Fail, "1 flaky"));
        Shown(gate).ShouldContain("1 flaky (≤ 0, --fail-flaky-tests)");
        gate.Findings.ShouldHaveSingleItem().Severity.ShouldBe(FindingSeverity.Error);
    }

    [Fact]
    public void A_process_that_failed_once_is_flaky_as_well()
    {
        var group = Group(Good) with { Mishap = "The test process ended with exit code 134 (SIGABRT)." };

        var gate = TestGate.Judge("UnitTest", Suite(group), "/repo");

        (gate.Verdict, gate.Findings.Single().Message).ShouldBe((GateVerdict.Pass, "lib is flaky: The test process ended with exit code 134 (SIGABRT)."));
        Shown(gate).ShouldContain("1 flaky");
    }

    [Theory]
    [InlineData(1, 1, null)]
    [InlineData(9, 9, null)]
    [InlineData(1, 10, null)]
    [InlineData(2, 10, "1 test flaky too often")]
    [InlineData(1, 20, null)]
    [InlineData(3, 20, "1 test flaky too often")]
    [InlineData(12, 1000, null)]
    [InlineData(40, 1000, "1 test flaky too often")]
    public void A_test_is_flaky_too_often_when_even_the_lower_bound_says_so(int failures, int runs, string? reason)
    {
        var gate = Judge(TestRules.Default with { Rates = [Rate("flaky", failures, runs)] }, Good, Flaky);

        gate.Reason.ShouldBe(reason);
    }

    [Fact]
    public void What_is_known_of_a_flaky_test_is_said_also_when_it_is_not_enough()
    {
        var few = Judge(TestRules.Default with { Rates = [Rate("flaky", 1, 20)] }, Good, Flaky);
        few.Findings.Single().Message.ShouldEndWith("; it failed in 1 of 20 runs on code that it passes on: 5 % (95 %: 0.9 to 23.6 %), which is not enough to say that it is more than 2 % (the default)");

        var enough = Judge(TestRules.Default with { Rates = [Rate("flaky", 4, 30)], FlakyRate = Threshold.AtMost(3, "--flaky-rate") }, Good, Flaky);
        var finding = enough.Findings.Single(finding => finding.Severity == FindingSeverity.Error);
        finding.Message.ShouldBe("flaky is flaky: it failed in 4 of 30 runs on code that it passes on: 13.3 % (95 %: 5.3 to 29.7 %), more than 3 % (--flaky-rate)");
        finding.Help!.ShouldContain("QuarantinedTests => [new(\"unit::flaky\", reason, day)]");
        Shown(enough).ShouldContain("flaky rate at least 5.31 % (≤ 3, --flaky-rate)");
    }

    [Fact]
    public void Tests_that_are_rarely_flaky_make_a_suite_that_often_is()
    {
        var names = Enumerable.Range(0, 20).Select(index => $"test_{index}").ToList();

        var gate = Judge(TestRules.Default with { Rates = [.. names.Select(name => Rate(name, 1, 20))] }, [.. names.Select(name => new TestCase(name, TestOutcome.Passed))]);

        gate.Reason.ShouldBe("flaky too often");
        gate.Findings.ShouldHaveSingleItem().Message.ShouldStartWith("The suite unit is flaky: its tests together failed in 20 of 400 runs");
    }

    [Fact]
    public void Rates_of_tests_that_are_gone_quarantined_or_of_other_suites_do_not_count()
    {
        var rates = new[] { Rate("gone", 9, 10), Rate("good", 9, 10) with { Suite = "integration" }, Rate("flaky", 9, 10) };

        var gate = Judge(TestRules.Default with { Rates = rates, Quarantined = [Entry("unit::flaky", 1)], Today = Today }, Good, Flaky with { Outcome = TestOutcome.Passed });

        gate.Verdict.ShouldBe(GateVerdict.Pass);
    }

    [Theory]
    [InlineData("unit::bad")]
    [InlineData("unit::lib::bad")]
    public void The_failure_of_a_quarantined_test_is_a_warning(string name)
    {
        var gate = Judge(With(Entry(name, 0)), Good, Bad);

        gate.Verdict.ShouldBe(GateVerdict.Pass);
        Shown(gate).ShouldBe(["2 tests", "1 passed", "1 quarantined"]);
        var finding = gate.Findings.ShouldHaveSingleItem();
        (finding.Severity, finding.Message, finding.Line).ShouldBe((FindingSeverity.Warning, "bad is quarantined until 2026-11-25 (waits for a port): no", 3));
    }

    [Fact]
    public void A_quarantine_that_has_expired_fails_whether_the_test_does_or_not()
    {
        var gate = Judge(With(Entry("unit::good", -1)), Good);
        (gate.Verdict, gate.Reason).ShouldBe((GateVerdict.Fail, "1 quarantined too long"));
        gate.Findings.ShouldHaveSingleItem().Message.ShouldBe("unit::good was quarantined until 2026-11-24: waits for a port");

        Judge(With(Entry("unit::bad", -1)), Good, Bad).Reason.ShouldBe("1 test failed, 1 quarantined too long");
    }

    [Fact]
    public void A_quarantine_that_is_not_needed_or_names_no_test_says_so()
    {
        var gate = Judge(With(Entry("unit::good", 1), Entry("unit::missing", -1), Entry("integration::other", -1), Entry("unit::flaky", 1) with { Reason = " " }), Good, Flaky);

        gate.Verdict.ShouldBe(GateVerdict.Pass);
        gate.Findings.Select(finding => (finding.Severity, finding.Message)).ShouldBe(
        [
            (FindingSeverity.Warning, "flaky is quarantined until 2026-11-26 ( ): no"),
            (FindingSeverity.Note, "unit::good is quarantined until 2026-11-26, and passes"),
            (FindingSeverity.Warning, "unit::missing is quarantined, and there is no such test"),
            (FindingSeverity.Warning, "unit::flaky is quarantined without a reason"),
        ]);
    }

    [Fact]
    public void A_quarantined_test_keeps_what_it_came_to()
    {
        var suite = Quarantine.Apply(Suite(Group(Bad, Flaky)), [Entry("unit::bad", 0), Entry("unit::flaky", 0)], Today);

        suite.Groups[0].Cases.Select(test => (test.Outcome, string.Join(' ', test.Attempts!.Select(run => run.Outcome))))
            .ShouldBe([(TestOutcome.Quarantined, "Failed"), (TestOutcome.Quarantined, "Failed Passed")]);
        suite.Succeeded.ShouldBeTrue();
    }

    [Fact]
    public void Tests_that_do_not_run_do_not_count_for_the_minimum()
    {
        var rules = TestRules.Default with { Minimum = Threshold.AtLeast(2, "MinimumTests") };

        Judge(rules, Good, Flaky).Verdict.ShouldBe(GateVerdict.Pass);
        var gate = Judge(rules, Good, new TestCase("later", TestOutcome.Ignored));
        (gate.Verdict, gate.Reason).ShouldBe((GateVerdict.Fail, "only 1 test ran"));
        Shown(gate).ShouldContain("1 ran (≥ 2, MinimumTests)");
        gate.Findings.ShouldHaveSingleItem().Message.ShouldBe("The suite unit ran 1 test, and must run 2 tests (MinimumTests).");
        TestGate.Judge("UnitTest", Suite() with { IsExpected = false }, "/repo", rules).Reason.ShouldBe("only 0 tests ran");
    }

    [Fact]
    public void A_test_that_hangs_is_told_from_one_that_fails()
    {
        var gate = Judge(TestRules.Default, Good, new TestCase("hangs", TestOutcome.TimedOut, "did not end within the time limit of 300 s"));

        gate.Reason.ShouldBe("1 test did not end in time");
        gate.Findings.ShouldHaveSingleItem().Message.ShouldBe("hangs: did not end within the time limit of 300 s");
    }

    private static GateResult Judge(TestRules rules, params TestCase[] tests) =>
        TestGate.Judge("UnitTest", Quarantine.Apply(Suite(Group(tests)), rules.Quarantined, rules.Today), "/repo", rules);

    private static TestRules With(params QuarantinedTest[] entries) => TestRules.Default with { Quarantined = entries, Today = Today };

    private static QuarantinedTest Entry(string name, int days) => new(name, "waits for a port", Today.AddDays(days));

    private static FlakyRate Rate(string test, int failures, int runs) => new("unit", "pkg", "lib", test, failures, runs);

    private static TestSuiteResult Suite(params TestGroup[] groups) => new("unit", IsExpected: true, TimeSpan.FromSeconds(1), groups);

    private static TestGroup Group(params TestCase[] tests) => new("pkg", "lib", TestGroupKind.Library, 0, TimeSpan.FromSeconds(1), tests);

    private static IEnumerable<string> Shown(GateResult gate) => gate.Figures.Where(figure => figure.Value != 0)
        .Select(figure => figure.Name == "tests" ? figure.ToString() : figure.Unit == "tests" ? figure.ToPart() : $"{figure.Name} {figure}");
}
