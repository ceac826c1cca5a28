using Nuke.Common;
using Slipway.Cargo.Testing;
using Slipway.Gates;

namespace Slipway.Components;

/// <summary>What tests are held to: how often they are tried, how many there must be, and how flaky they may be.</summary>
public interface IHazTestRules : IHazGates
{
    private const int MostAttempts = 10;

    private static readonly string[] Suites =
        [TestSuite.Unit.Name, TestSuite.Integration.Name, TestSuite.Safety().Name, TestSuite.EndToEnd().Name];

    /// <summary>How often a test is run at most before it has failed; null is what the build class says.</summary>
    [Parameter("Times that a test is run at most before it has failed; default: 3")]
    int? TestAttempts => TryGetValue<int?>(() => TestAttempts!);

    /// <summary>The build class's attempts of single suites, by name; any other suite has 3.</summary>
    IReadOnlyDictionary<string, int> SuiteTestAttempts => new Dictionary<string, int>();

    /// <summary>Whether a test that passes only when it is run again fails its suite at once.</summary>
    [Parameter("Fails a suite for a test that passes only when it is run again")]
    bool FailFlakyTests => TryGetValue<bool?>(() => FailFlakyTests) ?? false;

    /// <summary>In how many percent of its runs a test may be flaky; null is what the build class says.</summary>
    [Parameter("Percent of its runs in which a test may be flaky; default: 2")]
    double? FlakyRate => TryGetValue<double?>(() => FlakyRate!);

    /// <summary>The build class's limit in percent; null is 2.</summary>
    double? MaxFlakyRate => null;

    /// <summary>How many days outcomes count.</summary>
    int FlakyDays => 14;

    /// <summary>How many tests of a suite must run at least, by its name.</summary>
    IReadOnlyDictionary<string, int> MinimumTests => new Dictionary<string, int>();

    /// <summary>Tests whose failure does not count until a day.</summary>
    IReadOnlyList<QuarantinedTest> QuarantinedTests => [];

    /// <summary>How often the tests of a suite are tried.</summary>
    internal sealed int AttemptsOf(string suite)
    {
        var (option, attempts) = TestAttempts is { } given ? ("--test-attempts", given)
            : SuiteTestAttempts.TryGetValue(suite, out var declared) ? ($"{nameof(SuiteTestAttempts)} of {suite}", declared)
            : ("", TestRunOptions.DefaultAttempts);
        return attempts is >= 1 and <= MostAttempts ? attempts : throw Refused(option, attempts, $"It can be from 1 to {MostAttempts}.");
    }

    /// <summary>What a suite is held to.</summary>
    internal sealed TestRules TestRulesOf(string suite, IReadOnlyList<FlakyRate> rates)
    {
        if (FlakyRate is { } rate && !(rate is >= 0 and <= 100))
            throw Refused("--flaky-rate", rate, "It is in percent, and can be from 0 to 100.");
        RequireSuites(nameof(SuiteTestAttempts), SuiteTestAttempts.Keys);
        RequireSuites(nameof(MinimumTests), MinimumTests.Keys);
        RequireSuites(nameof(QuarantinedTests), QuarantinedTests.Select(x => x.Suite));
        return new TestRules(
            FailFlakyTests ? Threshold.AtMost(0, "--fail-flaky-tests") : null,
            FlakyRate is { } given ? Threshold.AtMost(given, "--flaky-rate")
                : MaxFlakyRate is { } declared ? Threshold.AtMost(declared, "the build class")
                : TestRules.Default.FlakyRate)
        {
            Minimum = MinimumTests.TryGetValue(suite, out var minimum) ? Threshold.AtLeast(minimum, nameof(MinimumTests)) : null,
            Quarantined = QuarantinedTests,
            Today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime),
            Rates = rates,
        };
    }

    /// <summary>All of it, for the inputs of a proof; a day ends a quarantine.</summary>
    internal sealed string[] DescribeTestRules() =>
    [
        FormattableString.Invariant($"attempts: {TestAttempts} {Described(SuiteTestAttempts)}"),
        FormattableString.Invariant($"flaky: {FailFlakyTests} {FlakyRate} {MaxFlakyRate} {FlakyDays}"),
        $"minimum: {Described(MinimumTests)}",
        .. QuarantinedTests.Select(x => x.ToString()),
        .. QuarantinedTests.Count == 0 ? [] : new[] { TimeProvider.System.GetUtcNow().ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) },
    ];

    private static string Described(IReadOnlyDictionary<string, int> numbers) =>
        string.Join(' ', numbers.OrderBy(x => x.Key, StringComparer.Ordinal).Select(x => FormattableString.Invariant($"{x.Key}={x.Value}")));

    // A name that no suite has would be ignored for ever.
    private static void RequireSuites(string member, IEnumerable<string> names)
    {
        if (names.FirstOrDefault(x => !Suites.Contains(x, StringComparer.Ordinal)) is { } unknown)
            throw new SlipwayException(ErrorKind.Configuration, $"{member} names the suite {unknown}.", $"There are {string.Join(", ", Suites)}.");
    }

    private static SlipwayException Refused(string option, double value, string hint)
        => new(ErrorKind.Configuration, FormattableString.Invariant($"{option} is {value}."), hint);
}
