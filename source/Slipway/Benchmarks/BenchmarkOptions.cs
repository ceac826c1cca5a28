namespace Slipway.Benchmarks;

/// <summary>How benchmarks are measured.</summary>
/// <param name="MaxSlowdown">As a part: 0.1 is 10 %.</param>
/// <param name="Time">What all blocks together should take at most.</param>
/// <param name="Filter">Only benchmarks with this in their name.</param>
public sealed record BenchmarkOptions(double MaxSlowdown, TimeSpan Time, string? Filter = null)
{
    public const double DefaultSlowdown = 0.1;

    public static readonly TimeSpan DefaultTime = TimeSpan.FromSeconds(60);

    public static BenchmarkOptions Default { get; } = new(DefaultSlowdown, DefaultTime);

    /// <summary>How long a benchmark is measured in each block of the first round.</summary>
    public TimeSpan BlockTime { get; init; } = TimeSpan.FromMilliseconds(100);

    /// <summary>Pairs of blocks in the first round.</summary>
    public int FirstPairs { get; init; } = 4;

    /// <summary>Pairs of blocks in the second round, and in each that follows while nothing is clear.</summary>
    public int FurtherPairs { get; init; } = 8;

    /// <summary>After this a program that is being measured is ended.</summary>
    public TimeSpan TimeLimit { get; init; } = TimeSpan.FromMinutes(10);
}
