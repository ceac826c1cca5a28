using CsCheck;
using Slipway.Cargo.Testing;
using static Slipway.Cargo.Testing.TestOutcome;

namespace Slipway.Tests.Cargo.Testing;

public class FlakyRateTests
{
    [Theory]
    // As in Newcombe, Two-sided confidence intervals for the single proportion (1998), table I, method 3.
    [InlineData(81, 263, 0.2553, 0.3662)]
    [InlineData(15, 148, 0.0624, 0.1605)]
    [InlineData(0, 20, 0, 0.1611)]
    [InlineData(1, 29, 0.0061, 0.1718)]
    public void The_interval_is_that_of_the_literature(int hits, int runs, double lower, double upper)
    {
        var interval = WilsonInterval.Of(hits, runs);

        interval.Lower.ShouldBe(lower, 0.00005);
        interval.Upper.ShouldBe(upper, 0.00005);
    }

    [Fact]
    public void Of_no_runs_nothing_is_known() => WilsonInterval.Of(0, 0).ShouldBe(new WilsonInterval(0, 1));

    [Fact]
    public void The_interval_holds_the_share_and_narrows_with_more_runs() => Gen.Int[1, 2000].SelectMany(runs => Gen.Select(Gen.Int[0, runs], Gen.Const(runs)))
        .Sample((hits, runs) =>
        {
            var (one, ten) = (WilsonInterval.Of(hits, runs), WilsonInterval.Of(10 * hits, 10 * runs));
            var share = (double)hits / runs;
            return 0 <= one.Lower && one.Lower <= share && share <= one.Upper && one.Upper <= 1
                && ten.Upper - ten.Lower < one.Upper - one.Lower;
        });

    [Fact]
    public void Code_on_which_a_test_never_passes_is_broken_and_not_flaky() => Rates([("a", 1, Failed), ("a", 2, Failed), ("a", 1, Failed)]).ShouldBeEmpty();

    [Fact]
    public void Only_first_attempts_count()
    {
        var rate = Rates([("a", 1, Failed), ("a", 2, Failed), ("a", 3, Passed), ("a", 1, Passed), ("b", 1, Passed), ("c", 1, Failed)]).ShouldHaveSingleItem();

        (rate.Failures, rate.Runs).ShouldBe((1, 3));
        rate.ToString().ShouldBe("failed in 1 of 3 runs on code that it passes on: 33.3 % (95 %: 6.1 to 79.2 %)");
    }

    [Fact]
    public void The_same_tree_on_another_system_is_other_code()
    {
        var failed = Outcome("a", 1, Failed) with { System = "macos-arm64" };

        FlakyRate.Of([failed, Outcome("a", 1, Passed)]).ShouldHaveSingleItem().Failures.ShouldBe(0);
    }

    [Fact]
    public void Passing_often_enough_in_a_row_clears_a_test()
    {
        // Two of ten is 5.7 % or more; 52 runs without a failure make that unlikely.
        var before = Enumerable.Range(0, 10).SelectMany(index => index < 8 ? [(Tree(index), 1, Passed)] : new[] { (Tree(index), 1, Failed), (Tree(index), 2, Passed) }).ToList();
        var after = Enumerable.Range(10, 52).Select(index => (Tree(index), 1, Passed)).ToList();

        Rates([.. before, .. after.Take(40)]).Single().ShouldSatisfyAllConditions(rate => rate.Failures.ShouldBe(2), rate => rate.Runs.ShouldBe(50));
        Rates([.. before, .. after]).Single().ShouldSatisfyAllConditions(rate => rate.Failures.ShouldBe(0), rate => rate.Runs.ShouldBe(52));

        static string Tree(int index) => $"tree {index}";
    }

    [Fact]
    public void Every_attempt_at_a_test_that_ran_is_remembered()
    {
        var flaky = TestCase.Combine([new TestCase("f", Failed, "no"), new TestCase("f", Passed, Duration: TimeSpan.FromSeconds(1))]);
        var group = new TestGroup("pkg", "lib", TestGroupKind.Library, 0, TimeSpan.Zero, [new TestCase("g", Passed), flaky, new TestCase("i", Ignored)]);

        TestOutcomeRecords.Of(new TestSuiteResult("unit", true, TimeSpan.Zero, [group]), "tree", "rustc 1", "linux-x64", default)
            .Select(record => (record.Suite, record.Package, record.Group, record.Test, record.Attempt, record.Outcome, record.Duration?.TotalSeconds))
            .ShouldBe([("unit", "pkg", "lib", "g", 1, Passed, null), ("unit", "pkg", "lib", "f", 1, Failed, null), ("unit", "pkg", "lib", "f", 2, Passed, 1)]);
    }

    private static IReadOnlyList<FlakyRate> Rates(IEnumerable<(string Tree, int Attempt, TestOutcome Outcome)> outcomes) =>
        FlakyRate.Of(outcomes.Select(outcome => Outcome(outcome.Tree, outcome.Attempt, outcome.Outcome)));

    private static TestOutcomeRecord Outcome(string tree, int attempt, TestOutcome outcome) =>
        new("unit", "pkg", "lib", "a::b", tree, "rustc 1.94.0", "linux-x64", attempt, outcome, null, default);
}
