namespace Slipway.Benchmarks;

/// <summary>What became of a benchmark.</summary>
public enum BenchmarkOutcome
{
    Same,
    Faster,

    /// <summary>By more than the limit, and confirmed.</summary>
    Slower,

    /// <summary>Slower by the clock, but it executes the same instructions.</summary>
    SameWork,

    /// <summary>The machine was too noisy to tell.</summary>
    Unclear,

    /// <summary>Not at the base.</summary>
    New,

    /// <summary>No more at the head.</summary>
    Gone,
}
