namespace Slipway.Cargo.Testing;

/// <summary>Several runs of one script.</summary>
internal static class ScriptRuns
{
    /// <summary>The last run counts; what went wrong in those before it is kept with the tests it went wrong for.</summary>
    public static TestGroup Combine(IReadOnlyList<TestGroup> runs)
    {
        if (runs.Count == 1)
            return runs[0];
        var last = runs[^1];
        var earlier = runs.SkipLast(1).ToList();
        var cases = last.Cases.Select(test => Combine(test, [.. earlier.Select(run => run.Cases.FirstOrDefault(other => other.Name == test.Name)).OfType<TestCase>()])).ToList();
        // A test that a run did not come to is not known by its name there.
        var problem = earlier.Select(run => run.Problem).FirstOrDefault(text => text is not null);
        var unexplained = last.Succeeded && !cases.Exists(test => test.Outcome == TestOutcome.Flaky);
        return last with
        {
            Cases = cases,
            Duration = runs.Aggregate(TimeSpan.Zero, (sum, run) => sum + run.Duration),
            Output = last.Output ?? runs[0].Output,
            Mishap = last.Succeeded ? problem ?? (unexplained ? "The script failed at first, and succeeded when it was run again." : null) : null,
        };
    }

    private static TestCase Combine(TestCase last, IReadOnlyList<TestCase> earlier) =>
        last.IsFailure || earlier.Any(test => test.IsFailure) ? TestCase.Combine([.. earlier, last]) : last;
}
