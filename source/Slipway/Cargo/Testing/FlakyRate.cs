using System.Globalization;

namespace Slipway.Cargo.Testing;

/// <summary>
/// How often a test fails on code on which it passes, too. Only first attempts count: those after them are only made when
/// the first has failed.
/// </summary>
public sealed record FlakyRate(string Suite, string Package, string Group, string Test, int Failures, int Runs)
{
    private const double Doubt = 0.05;

    public WilsonInterval Interval => WilsonInterval.Of(Failures, Runs);

    /// <summary>The rates of all tests that have passed somewhere, sorted.</summary>
    /// <param name="outcomes">In the order in which they were recorded.</param>
    public static IReadOnlyList<FlakyRate> Of(IEnumerable<TestOutcomeRecord> outcomes) =>
    [
        .. from outcome in outcomes
           where outcome.Outcome != TestOutcome.Ignored
           group outcome by (outcome.Suite, outcome.Package, outcome.Group, outcome.Test) into test
           let runs = Recent(RunsOf(test))
           where runs.Count > 0
           orderby test.Key.Suite, test.Key.Package, test.Key.Group, test.Key.Test
           select new FlakyRate(test.Key.Suite, test.Key.Package, test.Key.Group, test.Key.Test, runs.Count(failed => failed), runs.Count),
    ];

    /// <summary>All as one.</summary>
    public static FlakyRate Sum(string suite, IReadOnlyCollection<FlakyRate> rates) =>
        new(suite, "", "", "", rates.Sum(rate => rate.Failures), rates.Sum(rate => rate.Runs));

    /// <summary>"failed in 4 of 30 runs on code that it passes on: 13.3 % (95 %: 5.3 to 29.7 %)".</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"failed in {Failures} of {Runs} runs on code that it passes on: {100.0 * Failures / Runs:0.#} % (95 %: {100 * Interval.Lower:0.#} to {100 * Interval.Upper:0.#} %)");

    // Code on which it has never passed is broken, and says nothing.
    private static List<bool> RunsOf(IEnumerable<TestOutcomeRecord> test)
    {
        var all = test.ToList();
        var good = all.Where(outcome => outcome.Outcome == TestOutcome.Passed).Select(Code).ToHashSet();
        return [.. all.Where(outcome => outcome.Attempt == 1 && good.Contains(Code(outcome))).Select(outcome => outcome.Outcome != TestOutcome.Passed)];
    }

    private static (string Tree, string Toolchain, string System) Code(TestOutcomeRecord outcome) =>
        (outcome.Tree, outcome.Toolchain, outcome.System);

    // Once it has passed more often in a row than a test that flaky would, it is mended, and what was before is past.
    private static List<bool> Recent(List<bool> runs)
    {
        var before = runs.LastIndexOf(true) + 1;
        if (before == 0)
            return runs;
        var atLeast = WilsonInterval.Of(runs.Count(failed => failed), before).Lower;
        return Math.Pow(1 - atLeast, runs.Count - before) < Doubt ? runs[before..] : runs;
    }
}
