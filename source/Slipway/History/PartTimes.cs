using System.Collections.Immutable;

namespace Slipway.History;

/// <summary>The times of one job, target or stage. A year has millions, so that none is more than a number here.</summary>
/// <param name="stretches">Into how many equal parts the time is divided for the trend.</param>
internal sealed class PartTimes(int stretches)
{
    private readonly List<int>[] _durations = [.. Enumerable.Range(0, stretches).Select(_ => new List<int>())];
    private readonly List<int> _queues = [];
    private int _failures;

    public long? Stage { get; set; }

    /// <param name="duration">In milliseconds, as is the time it waited.</param>
    public void Add(int stretch, long duration, long? queue, bool failed)
    {
        _durations[stretch].Add((int)Math.Min(duration, int.MaxValue));
        if (queue is { } waited)
            _queues.Add((int)Math.Min(waited, int.MaxValue));
        _failures += failed ? 1 : 0;
    }

    public PartFact ToPart(string name, string? stage, bool isJob)
    {
        var sorted = Sorted(_durations);
        return new PartFact(name, stage, isJob, sorted.Length, _failures, Rank(sorted, 50)!.Value, Rank(sorted, 90)!.Value, Rank(Sorted(_queues), 50)) { Trend = Trend() };
    }

    public StageFact ToStage(string name)
    {
        var sorted = Sorted(_durations);
        return new StageFact(name, sorted.Length, Rank(sorted, 50)!.Value, Rank(sorted, 90)!.Value) { Trend = Trend() };
    }

    private ImmutableArray<TimeSpan?> Trend() => stretches == 1 ? [] : [.. _durations.Select(x => Rank(Sorted(x), 50))];

    private static int[] Sorted(params ReadOnlySpan<List<int>> lists)
    {
        var all = new List<int>();
        foreach (var list in lists)
            all.AddRange(list);
        var sorted = all.ToArray();
        Array.Sort(sorted);
        return sorted;
    }

    private static TimeSpan? Rank(int[] sorted, int percent) =>
        NearestRank.OfSorted(sorted, percent) is { } value ? TimeSpan.FromMilliseconds(value) : null;
}
