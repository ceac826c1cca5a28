namespace Slipway.Benchmarks;

/// <summary>What came of one program.</summary>
internal sealed record PairResult(IReadOnlyList<BenchmarkResult> Results, IReadOnlyList<BenchmarkProblem> Problems);
