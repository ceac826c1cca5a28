namespace Slipway.Cargo.Testing;

/// <summary>How tests are run.</summary>
/// <param name="Parallelism">How many programs at once; they share as many threads.</param>
/// <param name="TimeLimit">After this time a program, or a test that is run alone, and all it started are ended.</param>
/// <param name="Attempts">How often a test is run at most before it has failed.</param>
public sealed record TestRunOptions(int Parallelism, TimeSpan TimeLimit, int Attempts = TestRunOptions.DefaultAttempts)
{
    public const int DefaultAttempts = 3;

    public static TestRunOptions Default { get; } = new(Environment.ProcessorCount, TimeSpan.FromMinutes(5));
}
