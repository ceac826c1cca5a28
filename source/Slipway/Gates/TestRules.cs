using Slipway.Cargo.Testing;

namespace Slipway.Gates;

/// <summary>What a suite of tests is held to.</summary>
/// <param name="Flaky">How many tests may be flaky; null is any number, as long as they are not known to be so too often.</param>
/// <param name="FlakyRate">In how many percent of its runs a test may be flaky.</param>
public sealed record TestRules(Threshold? Flaky, Threshold FlakyRate)
{
    /// <summary>Percent.</summary>
    public const double DefaultFlakyRate = 2;

    public static TestRules Default { get; } = new(Flaky: null, Threshold.AtMost(DefaultFlakyRate, "the default"));

    /// <summary>How many tests must run; null is what the suite itself expects.</summary>
    public Threshold? Minimum { get; init; }

    public IReadOnlyList<QuarantinedTest> Quarantined { get; init; } = [];

    /// <summary>The day that decides what has expired.</summary>
    public DateOnly Today { get; init; }

    /// <summary>What is known of earlier runs, and this one.</summary>
    public IReadOnlyList<FlakyRate> Rates { get; init; } = [];
}
