namespace Slipway.Benchmarks;

/// <summary>How one block is to be run.</summary>
/// <param name="Time">How long each benchmark is measured, where the program can be told.</param>
/// <param name="Names">Only these benchmarks; empty is all.</param>
/// <param name="Filter">Only benchmarks with this in their name.</param>
/// <param name="TimeLimit">After this the program is ended.</param>
public sealed record BlockRequest(TimeSpan Time, IReadOnlyList<string> Names, string? Filter, TimeSpan TimeLimit);
