using Slipway.Processes;

namespace Slipway.Cargo.Testing;

/// <summary>The tests of one process: a test binary, the documentation of a package, or a script.</summary>
/// <param name="Problem">What is wrong with the process itself, beyond its failed tests.</param>
/// <param name="Output">The end of what the process wrote, when something failed.</param>
/// <param name="LeftProcesses">Whether it ended before processes that it had started, which were then ended, too.</param>
/// <param name="TimedOut">Whether the process was ended after its time limit.</param>
/// <param name="Mishap">What was wrong with the process at first, and was not when its tests were run again.</param>
public sealed record TestGroup(
    string Package,
    string Name,
    TestGroupKind Kind,
    int ExitCode,
    TimeSpan Duration,
    IReadOnlyList<TestCase> Cases,
    string? Problem = null,
    string? Output = null,
    bool LeftProcesses = false,
    bool TimedOut = false,
    string? Mishap = null)
{
    public bool Succeeded => Problem is null && !Cases.Any(test => test.IsFailure);

    /// <summary>Tests that pass sometimes, and the process when that is what it does.</summary>
    public int Flaky => Count(TestOutcome.Flaky) + (Mishap is null ? 0 : 1);

    public int Count(TestOutcome outcome) => Cases.Count(test => test.Outcome == outcome);

    /// <summary>What came of a process; what it wrote is of interest when something failed.</summary>
    internal static TestGroup Of(
        string package,
        string name,
        TestGroupKind kind,
        ToolResult result,
        IReadOnlyList<TestCase> cases,
        string? problem,
        ProcessLog log)
    {
        var group = new TestGroup(
            package,
            name,
            kind,
            result.ExitCode,
            result.Duration,
            cases,
            problem,
            LeftProcesses: result.LeftProcesses,
            TimedOut: result.TimedOut);
        return group.Succeeded ? group : group with { Output = log.ToString() };
    }
}
