namespace Slipway.History;

/// <summary>How a time is divided for trends.</summary>
/// <param name="Count">Into how many parts, up to 2,000; what comes later is in the last.</param>
/// <param name="Step">The length of each.</param>
public readonly record struct Division(int Count, TimeSpan Step)
{
    /// <summary>Not at all.</summary>
    public static Division None { get; } = new(1, TimeSpan.FromDays(1));
}
