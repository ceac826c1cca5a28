namespace Slipway.Cargo.Testing;

/// <summary>What is to be thought of a process whose tests were run again.</summary>
internal static class RetriedGroup
{
    /// <param name="runs">Of each test, in the order of the group's cases: what it came to with the others, then alone.</param>
    public static TestGroup Of(TestGroup first, IReadOnlyList<IReadOnlyList<TestCase>> runs)
    {
        var lost = runs.Where(test => test[0].Outcome == TestOutcome.Lost).ToList();
        var group = lost.Count == 0 ? Of(first, first.Problem, mishap: null, runs.Select(TestCase.Combine))
            : lost.Exists(test => test.Count == 1) ? Of(first, first.Problem, mishap: null, runs.Select(Excuse))
            // Somebody did it again: the process ended because of that.
            : lost.Exists(test => test[1].IsFailure) ? Of(first, problem: null, mishap: null, runs.Select(Excuse))
            : first.TimedOut ? Of(first, $"{first.Problem} Alone, each of them ends in time.", mishap: null, runs.Select(Excuse))
            : lost.Count == 1 ? Of(first, problem: null, mishap: null, runs.Select(TestCase.Combine))
            : Of(first, problem: null, $"{first.Problem} Alone, each of them passes.", runs.Select(Excuse));
        return group.Succeeded && group.Mishap is null ? group with { Output = null } : group;
    }

    private static TestGroup Of(TestGroup first, string? problem, string? mishap, IEnumerable<TestCase> cases) =>
        first with { Problem = problem, Mishap = mishap, Cases = [.. cases] };

    // A test that only was in the way when another ended the process has not failed.
    private static TestCase Excuse(IReadOnlyList<TestCase> runs) =>
        runs is [{ Outcome: TestOutcome.Lost }, { IsFailure: false } alone] ? alone : TestCase.Combine(runs);
}
