namespace Slipway.Benchmarks;

/// <summary>What is known of one benchmark.</summary>
/// <param name="Name">Its program and its own name, such as <c>pipeline/parse</c>.</param>
/// <param name="SourcePath">The source of its program; null when it is gone.</param>
/// <param name="First">What the first round says; null when it is new or gone.</param>
/// <param name="Second">What the rounds after it say, where they were needed.</param>
/// <param name="Alone">Nanoseconds of an iteration, when it is new or gone.</param>
/// <param name="IsSameProgram">Whether both programs are the same, byte for byte.</param>
public sealed record BenchmarkResult(
    string Name,
    string? SourcePath,
    Comparison? First,
    Comparison? Second = null,
    double? Alone = null,
    InstructionCount? Instructions = null,
    bool IsSameProgram = false)
{
    /// <summary>The comparison that counts.</summary>
    public Comparison? Last => Second ?? First;
}
