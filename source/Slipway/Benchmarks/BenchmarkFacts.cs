using Slipway.Base;

namespace Slipway.Benchmarks;

/// <summary>All benchmarks of a workspace, compared with those of its base.</summary>
/// <param name="Results">Sorted by name.</param>
public sealed record BenchmarkFacts(
    BaseCommit Commit,
    IReadOnlyList<BenchmarkResult> Results,
    IReadOnlyList<BenchmarkProblem> Problems,
    TimeSpan Duration);
