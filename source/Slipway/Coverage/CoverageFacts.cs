namespace Slipway.Coverage;

/// <summary>What is known of the coverage of a change.</summary>
/// <param name="Workspace">The folder to which the paths are relative.</param>
public sealed record CoverageFacts(CoverageData Data, string Workspace, TimeSpan Duration)
{
    /// <summary>The changed lines; null when there is no base.</summary>
    public PatchCoverage? Patch { get; init; }

    public BaseTallies? Base { get; init; }

    /// <summary>Why there is no commit to compare with.</summary>
    public string? WhyNoBase { get; init; }

    /// <summary>Why that commit was not measured.</summary>
    public string? WhyNoTallies { get; init; }
}
