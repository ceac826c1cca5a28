namespace Slipway.History;

/// <summary>A time in equal parts, in Unix milliseconds.</summary>
internal readonly record struct Stretches(long From, long To, Division Division)
{
    public int Count => Division.Count;

    public long Length => Division.Step.ToMilliseconds();

    /// <summary>The part that a moment of the time is in.</summary>
    public int Of(long moment) => (int)Math.Clamp((moment - From) / Length, 0, Count - 1);
}
