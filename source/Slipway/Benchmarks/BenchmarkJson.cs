using System.Text.Json.Serialization;

namespace Slipway.Benchmarks;

internal sealed record SampleJson(string? Bench, double Iters, double Ns);

/// <summary>Criterion's <c>sample.json</c>: the time of each sample, and how many iterations it had.</summary>
internal sealed record CriterionSamples(double[]? Iters, double[]? Times);

/// <summary>Criterion's <c>benchmark.json</c>.</summary>
internal sealed record CriterionBenchmark(string? FullId);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(SampleJson))]
[JsonSerializable(typeof(CriterionSamples))]
[JsonSerializable(typeof(CriterionBenchmark))]
internal sealed partial class BenchmarkJson : JsonSerializerContext;
