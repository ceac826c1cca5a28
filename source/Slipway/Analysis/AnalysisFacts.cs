using Slipway.Analysis.Alerts;
using Slipway.Analysis.Unsafe;

namespace Slipway.Analysis;

/// <summary>What is known of a workspace's code.</summary>
/// <param name="Folder">The workspace's folder, which paths are below.</param>
/// <param name="Base">What the base has already; null when there is none to compare with.</param>
/// <param name="WhyNoBase">Why there is none.</param>
public sealed record AnalysisFacts(
    string Folder,
    AnalysisRun Run,
    IReadOnlyList<UnsafeUse> Unsafe,
    BaseIssues? Base,
    string? WhyNoBase,
    CodeScanningAnswer Alerts,
    TimeSpan Duration)
{
    /// <summary>The issues that the base does not have.</summary>
    internal IReadOnlySet<AnalysisIssue> New { get; } = KnownIssues.New(Run.Issues, Base?.Issues ?? []);
}
