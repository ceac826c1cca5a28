namespace Slipway.Gates;

/// <summary>How much programs may grow.</summary>
/// <param name="Growth">In MB of a million bytes, for each program.</param>
/// <param name="Percent">Of the size at the base.</param>
/// <param name="Size">What a program may have at most, new ones as well, in MB.</param>
public sealed record BinarySizeLimits(Threshold Growth, Threshold? Percent = null, Threshold? Size = null)
{
    /// <summary>MB; five million bytes.</summary>
    public const double DefaultGrowth = 5;

    public static BinarySizeLimits Default { get; } = new(Threshold.AtMost(DefaultGrowth, "the default"));
}
