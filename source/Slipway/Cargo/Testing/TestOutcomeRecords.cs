namespace Slipway.Cargo.Testing;

/// <summary>What is remembered of a suite.</summary>
public static class TestOutcomeRecords
{
    /// <summary>Every attempt at every test that was run.</summary>
    /// <param name="tree">The content of the workspace.</param>
    /// <param name="toolchain">What rustc says of itself.</param>
    /// <param name="system">Such as <c>linux-x64</c>.</param>
    public static IReadOnlyList<TestOutcomeRecord> Of(TestSuiteResult suite, string tree, string toolchain, string system, DateTimeOffset recorded) =>
    [
        .. from tests in suite.Groups
           from test in tests.Cases
           where test.Outcome != TestOutcome.Ignored
           from run in (test.Attempts ?? [TestAttempt.Of(test)]).Select((attempt, index) => (Attempt: attempt, Number: index + 1))
           select new TestOutcomeRecord(
               suite.Name,
               tests.Package,
               tests.Name,
               test.Name,
               tree,
               toolchain,
               system,
               run.Number,
               run.Attempt.Outcome,
               run.Attempt.Duration,
               recorded),
    ];
}
