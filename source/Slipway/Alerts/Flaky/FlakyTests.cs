using System.Collections.Immutable;
using System.Globalization;
using Slipway.Cargo.Testing;
using Slipway.Gates;
using Slipway.Messages;

namespace Slipway.Alerts.Flaky;

/// <summary>The tests that are flaky more often than they may be, with what is known of them.</summary>
/// <param name="Tests">Those that are beyond doubt, and not in quarantine; the flakiest first.</param>
/// <param name="Undecided">Keys of those that ran too seldom to say anything, that are still over the limit without being so beyond doubt, or are in quarantine.</param>
/// <param name="IsKnown">Whether tests ran often enough for a test that is not named to be none of these.</param>
public sealed record FlakyTests(ImmutableArray<FlakyTest> Tests, ImmutableHashSet<string> Undecided, bool IsKnown)
{
    private const int DaysOfQuarantine = 14;

    /// <param name="rates">What is known of earlier runs.</param>
    /// <param name="limit">Percent of a test's runs.</param>
    /// <param name="suites">The tests of the last run, when there are any: what they wrote when they failed.</param>
    public static FlakyTests Find(
        IReadOnlyCollection<FlakyRate> rates,
        Threshold limit,
        IReadOnlyList<QuarantinedTest> quarantined,
        IReadOnlyList<TestSuiteResult> suites,
        DateOnly today)
    {
        var broken = rates.Where(rate => FlakyEvidence.IsBroken(rate, limit) && !IsQuarantined(rate)).OrderByDescending(rate => rate.Interval.Lower).ThenBy(FlakyTest.NameOf, StringComparer.Ordinal).ToList();
        var doubtful = rates.Except(broken).Where(rate => !FlakyEvidence.IsEnough(rate) || IsQuarantined(rate) || !limit.Allows(100.0 * rate.Failures / rate.Runs));
        return new FlakyTests(
            [.. broken.Select(rate => new FlakyTest(rate, limit, NameFor(rate), today.AddDays(DaysOfQuarantine), FlakyExcerpt.Of(rate, suites)))],
            [.. doubtful.Select(FlakyTest.KeyOf)],
            rates.Any(FlakyEvidence.IsEnough));

        bool IsQuarantined(FlakyRate rate) => quarantined.Any(entry => !entry.IsExpired(today) && entry.Matches(rate.Suite, rate.Group, rate.Test));

        // Where several programs have a test of that name, the program stands before it.
        string NameFor(FlakyRate rate) => rates.Any(other => other.Suite == rate.Suite && other.Test == rate.Test && other.Group != rate.Group)
            ? $"{rate.Suite}::{rate.Group}::{rate.Test}"
            : $"{rate.Suite}::{rate.Test}";
    }

    public ImmutableArray<Alert> Alerts(string place) => [.. Tests.Select(test => test.Alert(place))];

    /// <summary>How many there are, in a sentence.</summary>
    public string Summary => Tests.Length switch
    {
        0 when !IsKnown => "It is not known yet which tests are flaky: none ran often enough",
        0 => "No test is flaky more often than it may be",
        var count => string.Create(CultureInfo.InvariantCulture, $"{Counted.Of(count, "test")} {(count == 1 ? "is" : "are")} flaky more often than allowed"),
    };

    /// <summary>All of them, for people.</summary>
    public string ToMarkdown() =>
        $"# Flaky tests\n\n{Summary}.\n{string.Concat(Tests.Select(test => $"\n## {FlakyTest.Code(test.Name)}\n\n{test.ToMarkdown()}"))}";
}

/// <summary>A test that is flaky more often than it may be.</summary>
/// <param name="Name">As the list of quarantined tests has it.</param>
/// <param name="Until">The last day of a quarantine that begins now.</param>
/// <param name="Excerpt">The end of what it wrote when it failed last; null when nobody knows.</param>
public sealed record FlakyTest(FlakyRate Rate, Threshold Limit, string Name, DateOnly Until, string? Excerpt)
{
    /// <summary>The line for the build class that keeps the test from failing its suite for a while.</summary>
    public string Quarantine => string.Create(
        CultureInfo.InvariantCulture,
        $"new({Literal(Name)}, {Literal(string.Create(CultureInfo.InvariantCulture, $"fails in {100.0 * Rate.Failures / Rate.Runs:0.#} % of its runs"))}, new DateOnly({Until.Year}, {Until.Month}, {Until.Day})),");

    internal static string NameOf(FlakyRate rate) => $"{rate.Suite}::{rate.Package}::{rate.Group}::{rate.Test}";

    internal static string KeyOf(FlakyRate rate) => AlertWords.Key(AlertEvent.FlakyTest, rate.Suite, rate.Package, rate.Group, rate.Test);

    internal Alert Alert(string place) => new(
        AlertEvent.FlakyTest,
        GateStage.Test,
        KeyOf(Rate),
        new Message(
            "",
            $"{Name} is flaky in {place}",
            "The test",
            Link: null,
            ToMarkdown(),
            [new MessageField("Package", Rate.Package), new MessageField("Program", Rate.Group)],
            MessageTone.Bad),
        IsOpen: true);

    public string ToMarkdown() => string.Create(
        CultureInfo.InvariantCulture,
        $"It {Rate}, more than {Limit.Value:0.###} %.\n\nMend it, or let it wait, for a reason, in the build class:\n\n```csharp\nIReadOnlyList<QuarantinedTest> IHazTestRules.QuarantinedTests =>\n[\n    {Quarantine}\n];\n```\n{(Excerpt is null ? "" : $"\nWhen it failed last:\n\n{Fenced(Excerpt)}")}");

    internal static string Code(string text) => $"`{text.Replace('`', '\'')}`";

    // Whatever a test writes, it stays inside its fence.
    private static string Fenced(string text)
    {
        var fence = "```";
        while (text.Contains(fence, StringComparison.Ordinal))
            fence += '`';
        return $"{fence}text\n{text}\n{fence}\n";
    }

    private static string Literal(string text) => $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
}
