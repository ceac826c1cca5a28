namespace Slipway.Cargo.Testing;

/// <summary>What came of a suite.</summary>
/// <param name="IsExpected">Whether it is a failure to find no test.</param>
/// <param name="Duration">From the first start to the last end, by a monotonic clock.</param>
/// <param name="Leg">The leg of a job's matrix that it ran on.</param>
/// <param name="WhyNotRetried">Why failed tests were not run again, when they were not.</param>
public sealed record TestSuiteResult(
    string Name,
    bool IsExpected,
    TimeSpan Duration,
    IReadOnlyList<TestGroup> Groups,
    string? Leg = null,
    string? WhyNotRetried = null)
{
    public int Total => Groups.Sum(group => group.Cases.Count);

    public bool Succeeded => Groups.All(group => group.Succeeded) && (Total > 0 || !IsExpected);

    public int Flaky => Groups.Sum(group => group.Flaky);

    public int Count(TestOutcome outcome) => Groups.Sum(group => group.Count(outcome));

    /// <summary>Both results as one suite, such as unit and documentation tests.</summary>
    public TestSuiteResult With(TestSuiteResult other) => this with
    {
        Duration = Duration + other.Duration,
        Groups = [.. Groups, .. other.Groups],
        WhyNotRetried = WhyNotRetried ?? other.WhyNotRetried,
    };
}
