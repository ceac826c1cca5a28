namespace Slipway.Cargo.Testing;

/// <summary>The tests of one process: a test binary, the documentation of a package, or a script.</summary>
/// <param name="Problem">What is wrong with the process itself, beyond its failed tests.</param>
/// <param name="Output">The end of what the process wrote, when something failed.</param>
/// <param name="LeftProcesses">Whether it ended before processes that it had started, which were then ended, too.</param>
public sealed record TestGroup(
    string Package,
    string Name,
    TestGroupKind Kind,
    int ExitCode,
    TimeSpan Duration,
    IReadOnlyList<TestCase> Cases,
    string? Problem = null,
    string? Output = null,
    bool LeftProcesses = false)
{
    public bool Succeeded => Problem is null && !Cases.Any(test => test.IsFailure);

    public int Count(TestOutcome outcome) => Cases.Count(test => test.Outcome == outcome);
}
