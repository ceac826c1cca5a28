using System.Collections.Immutable;

namespace Slipway.Workflows.Local;

/// <summary>What became of a job.</summary>
/// <param name="Reason">Why it was not performed, or failed before any leg.</param>
/// <param name="Legs">At least one: a job without a matrix has one leg without a name.</param>
public sealed record JobReport(
    string Id,
    RunResult Result,
    string? Reason,
    ImmutableArray<LegReport> Legs,
    ImmutableSortedDictionary<string, string> Outputs);
