namespace Slipway.History;

/// <summary>A time in equal parts, in Unix milliseconds.</summary>
internal readonly record struct Stretches(long From, long To, int Count)
{
    public Stretches(DateTimeOffset since, DateTimeOffset until, int count)
        : this(since.ToUnixTimeMilliseconds(), until.ToUnixTimeMilliseconds(), count)
    {
    }

    /// <summary>The part that a moment of the time is in.</summary>
    public int Of(long moment) => (int)Math.Clamp((moment - From) * Count / Math.Max(1, To - From), 0, Count - 1);
}
