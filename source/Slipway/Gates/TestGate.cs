using Slipway.Cargo;
using Slipway.Cargo.Testing;

namespace Slipway.Gates;

public static class TestGate
{
    /// <summary>Judges a suite.</summary>
    /// <param name="name">The gate's name, such as <c>UnitTest</c>.</param>
    /// <param name="root">The repository's root, to which paths are relative.</param>
    public static GateResult Judge(string name, TestSuiteResult suite, string root, TestRules? rules = null)
    {
        rules ??= TestRules.Default;
        var quarantine = QuarantineFindings.Of(suite, rules).ToList();
        if (suite is { Total: 0, IsExpected: false, Succeeded: true } && rules.Minimum is null)
            return GateResult.Skipped(name, GateStage.Test, "there are no tests") with { Duration = suite.Duration, Findings = quarantine };
        var evidence = new FlakyEvidence(suite, rules);
        var flaky = rules.Flaky?.Allows(suite.Flaky) == false ? FindingSeverity.Error : FindingSeverity.Warning;
        var findings = suite.Groups.SelectMany(group => TestFindings.Of(group, evidence, flaky, root)).Concat(evidence.Findings()).Concat(quarantine).ToList();
        if (suite is { Total: 0, IsExpected: true })
        {
            findings.Add(new Finding(
                FindingSeverity.Error,
                $"The suite {suite.Name} is expected to have tests, and has none.",
                Help: "Add a test, or tell the suite that it may be empty."));
        }
        else if (rules.Minimum is { } minimum && !minimum.Allows(Ran(suite)))
        {
            findings.Add(new Finding(
                FindingSeverity.Error,
                $"The suite {suite.Name} ran {Counted.Of(Ran(suite), "test")}, and must run {Counted.Of((int)minimum.Value, "test")} ({minimum.Origin}).",
                Help: "Find out where they went: an attribute, a feature, a renamed file. What is ignored does not run."));
        }

        if (suite.WhyNotRetried is not null)
            findings.Add(new Finding(FindingSeverity.Note, suite.WhyNotRetried));
        return GateResult.Judged(name, GateStage.Test, FailureOf(suite, rules, evidence), Figures(suite, rules, evidence), findings, suite.Duration);
    }

    /// <summary>Judges a suite whose tests do not compile.</summary>
    /// <param name="compilation">The failed run.</param>
    public static GateResult Judge(string name, CargoRun compilation, string root) =>
        DiagnosticGate.Judge(name, GateStage.Test, compilation, root, "Run `cargo test --workspace --no-run`.");

    private static int Ran(TestSuiteResult suite) => suite.Total - suite.Count(TestOutcome.Ignored);

    private static string? FailureOf(TestSuiteResult suite, TestRules rules, FlakyEvidence evidence)
    {
        var parts = new List<string>();
        if (suite is { Total: 0, IsExpected: true })
            parts.Add("no tests");
        Add(suite.Count(TestOutcome.Failed), "failed");
        Add(suite.Count(TestOutcome.TimedOut), "did not end in time");
        Add(suite.Count(TestOutcome.Lost), "did not report");
        if ((suite.Total > 0 || !suite.IsExpected) && rules.Minimum?.Allows(Ran(suite)) == false)
            parts.Add($"only {Counted.Of(Ran(suite), "test")} ran");
        if (rules.Flaky?.Allows(suite.Flaky) == false)
            parts.Add($"{suite.Flaky} flaky");
        if (evidence.Broken > 0 || evidence.IsSuiteBroken)
            parts.Add(evidence.Broken > 0 ? $"{Counted.Of(evidence.Broken, "test")} flaky too often" : "flaky too often");
        if (QuarantineFindings.Expired(suite, rules) is var expired and > 0)
            parts.Add($"{expired} quarantined too long");
        return parts.Count > 0 ? string.Join(", ", parts) : suite.Succeeded ? null : "a test process failed";

        void Add(int count, string what)
        {
            if (count > 0)
                parts.Add($"{Counted.Of(count, "test")} {what}");
        }
    }

    private static IReadOnlyList<Figure> Figures(TestSuiteResult suite, TestRules rules, FlakyEvidence evidence) =>
    [
        new("tests", suite.Total, "tests", suite.IsExpected ? Threshold.AtLeast(1, "ExpectedSuites") : null),
        .. rules.Minimum is null ? [] : new[] { new Figure("ran", Ran(suite), "tests", rules.Minimum) },
        new("passed", suite.Count(TestOutcome.Passed) + suite.Count(TestOutcome.Flaky), "tests"),
        new("failed", suite.Count(TestOutcome.Failed), "tests", Threshold.AtMost(0)),
        new("timed out", suite.Count(TestOutcome.TimedOut), "tests", Threshold.AtMost(0)),
        new("lost", suite.Count(TestOutcome.Lost), "tests", Threshold.AtMost(0)),
        new("flaky", suite.Flaky, "tests", rules.Flaky),
        new("quarantined", suite.Count(TestOutcome.Quarantined), "tests"),
        new("ignored", suite.Count(TestOutcome.Ignored), "tests"),
        .. evidence.Figures,
    ];
}
