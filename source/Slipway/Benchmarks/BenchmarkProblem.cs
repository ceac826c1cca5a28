namespace Slipway.Benchmarks;

/// <summary>What kept a benchmark program from being compared.</summary>
/// <param name="IsOfHead">Whether the head's own program is broken.</param>
public sealed record BenchmarkProblem(string Message, string? SourcePath, bool IsOfHead, string? Help = null);
