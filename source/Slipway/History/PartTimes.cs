namespace Slipway.History;

/// <summary>The times of one job, target or stage. A year has millions, so that none is more than a number here.</summary>
internal sealed class PartTimes
{
    private readonly List<int> _durations = [];
    private readonly List<int> _queues = [];

    public long? Stage { get; set; }

    public int Failures { get; private set; }

    public int Runs => _durations.Count;

    public TimeSpan Median => Rank(_durations, 50)!.Value;

    public TimeSpan NinetiethPercentile => Rank(_durations, 90)!.Value;

    public TimeSpan? Queue => Rank(_queues, 50);

    /// <param name="duration">In milliseconds, as is the time it waited.</param>
    public void Add(long duration, long? queue, bool failed)
    {
        _durations.Add((int)Math.Min(duration, int.MaxValue));
        if (queue is { } waited)
            _queues.Add((int)Math.Min(waited, int.MaxValue));
        Failures += failed ? 1 : 0;
    }

    // Sorted in place: the order does not matter to those who ask.
    private static TimeSpan? Rank(List<int> values, int percent)
    {
        values.Sort();
        return NearestRank.OfSorted(values, percent) is { } value ? TimeSpan.FromMilliseconds(value) : null;
    }
}
