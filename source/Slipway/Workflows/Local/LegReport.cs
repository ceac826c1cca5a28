using System.Collections.Immutable;

namespace Slipway.Workflows.Local;

/// <summary>What became of a job with one set of matrix values.</summary>
/// <param name="Name">As GitHub shows it.</param>
/// <param name="Leg">What tells it from the other legs; empty without a matrix.</param>
/// <param name="IsTolerated">Whether its failure does not make the job fail (<c>continue-on-error</c>).</param>
public sealed record LegReport(
    string Job,
    string Name,
    string Leg,
    RunResult Result,
    string? Reason,
    ImmutableArray<StepReport> Steps,
    ImmutableSortedDictionary<string, string> Outputs,
    TimeSpan Duration,
    bool IsTolerated = false);
