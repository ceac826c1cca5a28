namespace Slipway.Cargo.Testing;

/// <summary>How tests are run.</summary>
/// <param name="Parallelism">How many programs at once; they share as many threads.</param>
/// <param name="TimeLimit">After this time a program and all it started are ended.</param>
public sealed record TestRunOptions(int Parallelism, TimeSpan TimeLimit)
{
    public static TestRunOptions Default { get; } = new(Environment.ProcessorCount, TimeSpan.FromMinutes(5));
}
