using Slipway.Cargo.Testing;

namespace Slipway.Gates;

/// <summary>What a group of tests has to say.</summary>
internal static class TestFindings
{
    private const string Flaky = "It passes and fails on the same code: look for time, order, ports, files and threads that tests share.";

    public static IEnumerable<Finding> Of(TestGroup group, FlakyEvidence evidence, FindingSeverity flaky, string root)
    {
        if (group.Problem is not null)
            yield return new Finding(FindingSeverity.Error, group.Problem, Code: group.Name);
        foreach (var test in group.Cases.Where(test => test.IsFailure))
            yield return At(test, FindingSeverity.Error, test.Message is null ? $"{test.Name} failed" : $"{test.Name}: {test.Message}", HelpFor(group, test));
        foreach (var test in group.Cases.Where(test => test.Outcome == TestOutcome.Quarantined))
            yield return At(test, FindingSeverity.Warning, $"{test.Name} is {test.Message}", HelpFor(group, test));
        foreach (var test in group.Cases.Where(test => test.Outcome == TestOutcome.Flaky))
            yield return At(test, flaky, Describe(test, evidence.Of(group, test)), $"{Flaky} {HelpFor(group, test)}");
        if (group.Mishap is not null)
            yield return new Finding(flaky, $"{group.Name} is flaky: {group.Mishap}", Code: group.Name, Help: Flaky);
        if (group.LeftProcesses)
        {
            yield return new Finding(
                FindingSeverity.Warning,
                $"{group.Name} ended before processes that it had started; they were ended",
                Code: group.Name,
                Help: "Let the test wait for what it starts.");
        }

        Finding At(TestCase test, FindingSeverity severity, string message, string? help) => new(
            severity,
            message,
            Finding.PathBelow(root, test.Location?.File),
            test.Location?.Line,
            test.Location?.Column,
            Code: group.Name,
            Help: help);
    }

    private static string Describe(TestCase test, string? evidence)
    {
        var runs = test.Attempts?.Count ?? 1;
        return $"{test.Name} is flaky: it passed at attempt {runs}; at first: {test.Message ?? "it failed"}{(evidence is null ? "" : $"; {evidence}")}";
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
