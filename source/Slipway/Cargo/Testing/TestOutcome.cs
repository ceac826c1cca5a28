namespace Slipway.Cargo.Testing;

/// <summary>What came of a test.</summary>
public enum TestOutcome
{
    Passed,
    Failed,
    Ignored,

    /// <summary>It was to run, but the process ended before it reported.</summary>
    Lost,

    /// <summary>It failed, and passed when it was run again: the same code has done both.</summary>
    Flaky,

    /// <summary>It did not end within the time limit.</summary>
    TimedOut,

    /// <summary>It failed, which does not count for a while.</summary>
    Quarantined,
}
