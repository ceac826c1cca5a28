namespace Slipway.Cargo.Testing;

/// <summary>What came of a test.</summary>
public enum TestOutcome
{
    Passed,
    Failed,
    Ignored,

    /// <summary>It was to run, but the process ended before it reported.</summary>
    Lost,
}
