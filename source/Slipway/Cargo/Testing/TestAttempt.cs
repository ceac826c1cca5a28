namespace Slipway.Cargo.Testing;

/// <summary>One run of a test that was run more than once.</summary>
public sealed record TestAttempt(
    TestOutcome Outcome,
    string? Message = null,
    string? Output = null,
    SourceLocation? Location = null,
    TimeSpan? Duration = null)
{
    public static TestAttempt Of(TestCase test) => new(test.Outcome, test.Message, test.Output, test.Location, test.Duration);
}
