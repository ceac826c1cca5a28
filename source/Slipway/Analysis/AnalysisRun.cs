using Slipway.Cargo;

namespace Slipway.Analysis;

/// <summary>What clippy found in a workspace.</summary>
/// <param name="Issues">In the order of files and lines.</param>
/// <param name="Errors">Why code could not be analyzed: it does not compile.</param>
/// <param name="Failure">The last words of cargo when it failed without saying why.</param>
public sealed record AnalysisRun(
    IReadOnlyList<AnalysisIssue> Issues,
    IReadOnlyList<CargoDiagnostic> Errors,
    string? Failure)
{
    public bool IsComplete => Errors.Count == 0 && Failure is null;
}
