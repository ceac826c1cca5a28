namespace Slipway.Health;

/// <summary>What a team wants of its pipeline.</summary>
/// <param name="PassRate">Of first attempts on the default branch, at least; a share.</param>
/// <param name="Duration">Of a run on average, below.</param>
/// <param name="FlakyRate">Of first attempts of tests, below; a share.</param>
/// <param name="DeploymentSuccess">At least; a share.</param>
public sealed record HealthTargets(double PassRate, TimeSpan Duration, double FlakyRate, double DeploymentSuccess)
{
    /// <summary>95 %, 15 minutes, 2 %, 100 %.</summary>
    public static HealthTargets Default { get; } = new(0.95, TimeSpan.FromMinutes(15), 0.02, 1);

    /// <summary>With fewer runs than these nothing is said of the pass rate and the duration.</summary>
    public int MinimumRuns { get; init; } = 5;

    /// <summary>With fewer first attempts of tests than these nothing is said of the flaky rate.</summary>
    public int MinimumTestRuns { get; init; } = 50;
}
