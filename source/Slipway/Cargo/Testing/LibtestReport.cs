using Slipway.Processes;

namespace Slipway.Cargo.Testing;

/// <summary>
/// What came of libtest's tests. The log file tells; output can be forged by any test that prints, so it only tells
/// where there is no log. What a list promised and nobody reported is lost.
/// </summary>
internal static class LibtestReport
{
    public static IReadOnlyList<TestCase> Read(
        IReadOnlyList<string> expected,
        string? log,
        IEnumerable<string> output,
        ToolResult result,
        string rootFolder)
    {
        var lines = output.ToList();
        var outcomes = Outcomes(expected, log, lines);
        var failed = outcomes.Where(pair => pair.Value.Outcome == TestOutcome.Failed).Select(pair => pair.Key).ToList();
        var outputs = LibtestOutput.Captured(lines, failed);
        return
        [
            .. expected.Union(outcomes.Keys, StringComparer.Ordinal)
                .Order(StringComparer.Ordinal)
                .Select(name => outcomes.TryGetValue(name, out var found)
                    ? Case(name, found.Outcome, found.Message, outputs.GetValueOrDefault(name), rootFolder)
                    : new TestCase(name, TestOutcome.Lost, $"did not report: the test process {ProcessEnd.Describe(result)}")),
        ];
    }

    // Harnesses that imitate libtest write their usual output to the log file, or know none.
    private static Dictionary<string, (TestOutcome Outcome, string? Message)> Outcomes(
        IReadOnlyList<string> expected,
        string? log,
        IEnumerable<string> lines)
    {
        if (log is null)
            return LibtestOutput.Parse(lines, expected);
        var outcomes = LibtestLog.Parse(log, expected);
        return outcomes.Count > 0 ? outcomes : LibtestOutput.Parse(log.Split('\n'), expected);
    }

    /// <summary>What the cases alone do not say.</summary>
    public static string? ProblemOf(IReadOnlyList<TestCase> cases, ToolResult result)
    {
        var lost = cases.Count(test => test.Outcome == TestOutcome.Lost);
        if (result.TimedOut || lost > 0)
            return $"The test process {ProcessEnd.Describe(result)}; {lost} of {cases.Count} tests did not report.";
        return result.ExitCode != 0 && !cases.Any(test => test.IsFailure)
            ? $"The test process {ProcessEnd.Describe(result)} although no test failed."
            : null;
    }

    private static TestCase Case(string name, TestOutcome outcome, string? message, string? output, string rootFolder)
    {
        if (outcome != TestOutcome.Failed)
            return new TestCase(name, outcome, message);
        var location = (output ?? message) is { } text ? PanicLocation.Find(text, rootFolder) : null;
        return new TestCase(name, outcome, message ?? LibtestOutput.MessageOf(output), output, location);
    }
}
