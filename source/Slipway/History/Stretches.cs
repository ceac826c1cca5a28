namespace Slipway.History;

/// <summary>How a time is divided for trends.</summary>
/// <param name="Count">Into how many parts; what comes later is in the last.</param>
/// <param name="Length">Of each.</param>
public readonly record struct Division(int Count, TimeSpan Length)
{
    /// <summary>Not at all.</summary>
    public static Division None { get; } = new(1, TimeSpan.MaxValue);
}

/// <summary>A time in equal parts, in Unix milliseconds.</summary>
internal readonly record struct Stretches(long From, long To, Division Division)
{
    public int Count => Division.Count;

    /// <summary>The part that a moment of the time is in.</summary>
    public int Of(long moment) => Count == 1 ? 0 : (int)Math.Clamp((moment - From) / Division.Length.ToMilliseconds(), 0, Count - 1);
}
