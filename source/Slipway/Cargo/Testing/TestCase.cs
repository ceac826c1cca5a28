namespace Slipway.Cargo.Testing;

/// <summary>One test and what came of it.</summary>
/// <param name="Message">Why it was ignored, failed or lost, in one line; of a flaky test, why it failed at first.</param>
/// <param name="Output">What it wrote, when it failed.</param>
/// <param name="Location">Where it failed.</param>
/// <param name="Duration">Null unless it was measured: stable libtest does not tell.</param>
/// <param name="Attempts">All of its runs, the first one first; null when one was enough.</param>
public sealed record TestCase(
    string Name,
    TestOutcome Outcome,
    string? Message = null,
    string? Output = null,
    SourceLocation? Location = null,
    TimeSpan? Duration = null,
    IReadOnlyList<TestAttempt>? Attempts = null)
{
    public bool IsFailure => Outcome is TestOutcome.Failed or TestOutcome.Lost or TestOutcome.TimedOut;

    /// <summary>A case of several runs: it has passed when its last run has, and is shown with what went wrong first.</summary>
    internal static TestCase Combine(IReadOnlyList<TestCase> runs)
    {
        if (runs.Count == 1)
            return runs[0];
        // Who was lost has no story of its own; a later run may tell it.
        var shown = runs.FirstOrDefault(run => run is { IsFailure: true, Outcome: not TestOutcome.Lost }) ?? runs.FirstOrDefault(run => run.IsFailure) ?? runs[0];
        return shown with
        {
            Outcome = runs[^1].IsFailure ? shown.Outcome : shown.IsFailure ? TestOutcome.Flaky : runs[^1].Outcome,
            Duration = runs[^1].Duration,
            Attempts = [.. runs.Select(TestAttempt.Of)],
        };
    }
}
