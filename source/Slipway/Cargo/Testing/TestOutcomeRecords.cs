namespace Slipway.Cargo.Testing;

/// <summary>A suite's result as what is remembered of it.</summary>
public static class TestOutcomeRecords
{
    /// <summary>The tests that ran; that one was ignored says nothing of it.</summary>
    public static IReadOnlyList<TestOutcomeRecord> Of(TestSuiteResult suite, string tree, string toolchain, string system, DateTimeOffset recorded) =>
    [
        .. from test in suite.Groups.SelectMany(tests => tests.Cases, (tests, test) => (Group: tests, Case: test))
           where test.Case.Outcome != TestOutcome.Ignored
           select new TestOutcomeRecord(
               suite.Name,
               test.Group.Package,
               test.Group.Name,
               test.Case.Name,
               tree,
               toolchain,
               system,
               Attempt: 1,
               test.Case.Outcome,
               test.Case.Duration,
               recorded),
    ];
}
