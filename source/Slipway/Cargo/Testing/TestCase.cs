namespace Slipway.Cargo.Testing;

/// <summary>One test and what came of it.</summary>
/// <param name="Message">Why it was ignored, failed or lost, in one line.</param>
/// <param name="Output">What it wrote, when it failed.</param>
/// <param name="Location">Where it failed.</param>
/// <param name="Duration">Null unless it was measured: stable libtest does not tell.</param>
public sealed record TestCase(
    string Name,
    TestOutcome Outcome,
    string? Message = null,
    string? Output = null,
    SourceLocation? Location = null,
    TimeSpan? Duration = null)
{
    public bool IsFailure => Outcome is TestOutcome.Failed or TestOutcome.Lost;
}
