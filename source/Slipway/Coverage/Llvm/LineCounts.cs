namespace Slipway.Coverage.Llvm;

/// <summary>How often lines were executed, by the rules of llvm-cov's own reports.</summary>
internal static class LineCounts
{
    /// <param name="segments">Those of one file, in its order.</param>
    public static SortedDictionary<int, long> Of(IReadOnlyList<Segment> segments)
    {
        var lines = new SortedDictionary<int, long>();
        Segment? before = null;
        var next = 0;
        while (next < segments.Count)
        {
            var line = segments[next].Line;
            var first = next;
            while (next < segments.Count && segments[next].Line == line)
                next++;
            if (CountOf(before, segments, first, next) is { } count)
                lines[line] = count;
            before = segments[next - 1];
            // Up to the next segment, lines are executed as often as what they are in the middle of.
            if (next < segments.Count && before is { HasCount: true } around)
            {
                for (var inside = line + 1; inside < segments[next].Line; inside++)
                    lines[inside] = around.Count;
            }
        }

        return lines;
    }

    /// <summary>Null when the line has no code.</summary>
    private static long? CountOf(Segment? before, IReadOnlyList<Segment> segments, int first, int end)
    {
        var own = Enumerable.Range(first, end - first).Select(index => segments[index]).ToList();
        var isSkipped = own[0] is { HasCount: false, IsRegionEntry: true };
        var isWithin = before is { HasCount: true } && !isSkipped;
        if (!isWithin && !own.Any(segment => segment is { HasCount: true, IsRegionEntry: true }))
            return null;
        return own.Where(segment => segment.StartsRegion).Select(segment => segment.Count).Append(before?.Count ?? 0).Max();
    }
}
