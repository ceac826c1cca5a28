namespace Slipway.History;

/// <summary>How a time is divided for trends.</summary>
/// <param name="Count">Into how many parts, up to 2,000; what comes later is in the last.</param>
/// <param name="Step">The length of each.</param>
public readonly record struct Division(int Count, TimeSpan Step)
{
    /// <summary>Not at all.</summary>
    public static Division None { get; } = new(1, TimeSpan.FromDays(1));
}

/// <summary>A time in equal parts, in Unix milliseconds.</summary>
internal readonly record struct Stretches(long From, long To, Division Division)
{
    public int Count => Division.Count;

    public long Length => Division.Step.ToMilliseconds();

    /// <summary>The part that a moment of the time is in.</summary>
    public int Of(long moment) => (int)Math.Clamp((moment - From) / Length, 0, Count - 1);
}
