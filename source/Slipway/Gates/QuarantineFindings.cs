using System.Globalization;
using Slipway.Cargo.Testing;

namespace Slipway.Gates;

/// <summary>What is wrong with the list of quarantined tests itself.</summary>
internal static class QuarantineFindings
{
    public static IEnumerable<Finding> Of(TestSuiteResult suite, TestRules rules)
    {
        foreach (var entry in rules.Quarantined.Where(entry => entry.Suite == suite.Name))
        {
            var tests = suite.Groups.SelectMany(group => group.Cases.Where(test => entry.Matches(suite.Name, group.Name, test.Name))).ToList();
            var day = entry.Until.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            if (tests.Count == 0)
                yield return new Finding(FindingSeverity.Warning, $"{entry.Name} is quarantined, and there is no such test", Help: "Mend the name, or remove it from QuarantinedTests.");
            else if (entry.IsExpired(rules.Today))
                yield return new Finding(FindingSeverity.Error, $"{entry.Name} was quarantined until {day}: {entry.Reason}", Help: $"Mend the test and remove it from QuarantinedTests, or say there until when it can wait.{LinkOf(entry)}");
            else if (string.IsNullOrWhiteSpace(entry.Reason))
                yield return new Finding(FindingSeverity.Warning, $"{entry.Name} is quarantined without a reason", Help: "Say in QuarantinedTests why its failure can wait.");
            else if (tests.TrueForAll(test => test.Outcome == TestOutcome.Passed))
                yield return new Finding(FindingSeverity.Note, $"{entry.Name} is quarantined until {day}, and passes", Help: $"Remove it from QuarantinedTests once it is mended.{LinkOf(entry)}");
        }
    }

    /// <summary>How many entries have expired that a test still needs to be judged without.</summary>
    public static int Expired(TestSuiteResult suite, TestRules rules) => rules.Quarantined.Count(entry => entry.Suite == suite.Name
        && entry.IsExpired(rules.Today)
        && suite.Groups.Any(group => group.Cases.Any(test => entry.Matches(suite.Name, group.Name, test.Name))));

    private static string LinkOf(QuarantinedTest entry) => entry.Link is null ? "" : $" See {entry.Link}";
}
