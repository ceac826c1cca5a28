using Slipway.Cargo;
using Slipway.Cargo.Testing;

namespace Slipway.Gates;

public static class TestGate
{
    /// <summary>Judges a suite.</summary>
    /// <param name="name">The gate's name, such as <c>UnitTest</c>.</param>
    /// <param name="root">The repository's root, to which paths are relative.</param>
    public static GateResult Judge(string name, TestSuiteResult suite, string root)
    {
        if (suite is { Total: 0, IsExpected: false, Succeeded: true })
            return GateResult.Skipped(name, GateStage.Test, "there are no tests") with { Duration = suite.Duration };
        var findings = suite.Groups.SelectMany(group => Findings(group, root)).ToList();
        if (suite is { Total: 0, IsExpected: true })
        {
            findings.Add(new Finding(
                FindingSeverity.Error,
                $"The suite {suite.Name} is expected to have tests, and has none.",
                Help: "Add a test, or tell the suite that it may be empty."));
        }

        return GateResult.Judged(name, GateStage.Test, FailureOf(suite), Figures(suite), findings, suite.Duration);
    }

    /// <summary>Judges a suite whose tests do not compile.</summary>
    /// <param name="compilation">The failed run.</param>
    public static GateResult Judge(string name, CargoRun compilation, string root) =>
        DiagnosticGate.Judge(name, GateStage.Test, compilation, root, "Run `cargo test --workspace --no-run`.");

    private static string? FailureOf(TestSuiteResult suite)
    {
        if (suite.Succeeded)
            return null;
        var (failed, lost) = (suite.Count(TestOutcome.Failed), suite.Count(TestOutcome.Lost));
        var parts = new List<string>();
        if (suite is { Total: 0, IsExpected: true })
            parts.Add("no tests");
        if (failed > 0)
            parts.Add($"{Counted.Of(failed, "test")} failed");
        if (lost > 0)
            parts.Add($"{Counted.Of(lost, "test")} did not report");
        return parts.Count > 0 ? string.Join(", ", parts) : "a test process failed";
    }

    private static IReadOnlyList<Figure> Figures(TestSuiteResult suite) =>
    [
        new("tests", suite.Total, "tests", suite.IsExpected ? Threshold.AtLeast(1) : null),
        new("passed", suite.Count(TestOutcome.Passed), "tests"),
        new("failed", suite.Count(TestOutcome.Failed), "tests", Threshold.AtMost(0)),
        new("lost", suite.Count(TestOutcome.Lost), "tests", Threshold.AtMost(0)),
        new("ignored", suite.Count(TestOutcome.Ignored), "tests"),
    ];

    private static IEnumerable<Finding> Findings(TestGroup group, string root)
    {
        var failures = group.Cases.Where(test => test.IsFailure).Select(test => new Finding(
            FindingSeverity.Error,
            test.Message is null ? $"{test.Name} failed" : $"{test.Name}: {test.Message}",
            Finding.PathBelow(root, test.Location?.File),
            test.Location?.Line,
            test.Location?.Column,
            Code: group.Name,
            Help: HelpFor(group, test)));
        if (group.LeftProcesses)
        {
            failures = failures.Append(new Finding(
                FindingSeverity.Warning,
                $"{group.Name} ended before processes that it had started; they were ended",
                Code: group.Name,
                Help: "Let the test wait for what it starts."));
        }

        return group.Problem is null
            ? failures
            : failures.Prepend(new Finding(FindingSeverity.Error, group.Problem, Code: group.Name));
    }

    private static string? HelpFor(TestGroup group, TestCase test) => group.Kind switch
    {
        TestGroupKind.Script => null,
        TestGroupKind.Documentation => $"cargo test --package {group.Package} --doc",
        TestGroupKind.Library => $"cargo test --package {group.Package} --lib {test.Name}",
        TestGroupKind.Binary => $"cargo test --package {group.Package} --bin {group.Name} {test.Name}",
        TestGroupKind.Example => $"cargo test --package {group.Package} --example {group.Name} {test.Name}",
        TestGroupKind.Bench => $"cargo test --package {group.Package} --bench {group.Name}",
        _ when test.Name == group.Name => $"cargo test --package {group.Package} --test {group.Name}",
        _ => $"cargo test --package {group.Package} --test {group.Name} {test.Name}",
    };
}
