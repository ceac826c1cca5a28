namespace Slipway.History;

/// <summary>Quantiles that are one of the values: the nearest rank.</summary>
internal static class NearestRank
{
    private const int All = 100;

    /// <summary>The value that so many percent of all do not exceed; null of none.</summary>
    public static T? Of<T>(IEnumerable<T> values, int percent) where T : struct
    {
        var sorted = values.ToArray();
        Array.Sort(sorted);
        return OfSorted(sorted, percent);
    }

    public static T? OfSorted<T>(IReadOnlyList<T> sorted, int percent) where T : struct =>
        sorted.Count == 0 ? null : sorted[Math.Max(0, (int)(((long)sorted.Count * percent + All - 1) / All) - 1)];
}
