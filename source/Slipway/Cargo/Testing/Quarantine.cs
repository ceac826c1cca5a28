using System.Globalization;

namespace Slipway.Cargo.Testing;

public static class Quarantine
{
    /// <summary>The suite with failures of quarantined tests told apart from those that count.</summary>
    public static TestSuiteResult Apply(TestSuiteResult suite, IReadOnlyCollection<QuarantinedTest> quarantined, DateOnly today) => suite with
    {
        Groups =
        [
            .. suite.Groups.Select(group => group with
            {
                Cases = [.. group.Cases.Select(test => Apply(test, quarantined.FirstOrDefault(entry => !entry.IsExpired(today) && entry.Matches(suite.Name, group.Name, test.Name))))],
            }),
        ],
    };

    private static TestCase Apply(TestCase test, QuarantinedTest? entry) => entry is null || !(test.IsFailure || test.Outcome == TestOutcome.Flaky)
        ? test
        : test with
        {
            Outcome = TestOutcome.Quarantined,
            Message = string.Create(CultureInfo.InvariantCulture, $"quarantined until {entry.Until:yyyy-MM-dd} ({entry.Reason}): {test.Message ?? "failed"}"),
            // What it came to stays known.
            Attempts = test.Attempts ?? [TestAttempt.Of(test)],
        };
}
