namespace Slipway.Coverage.Llvm;

/// <summary>
/// Joins what ships with what was executed. Lines, regions and functions count when they are in a library or program;
/// tests inside the same files are in test programs only. Whether they were executed is asked of all.
/// </summary>
internal static class KnownCode
{
    /// <param name="shipped">What the libraries and programs have.</param>
    /// <param name="all">What these and the test programs have.</param>
    public static IReadOnlyList<FileCoverage> Join(
        SortedDictionary<string, LlvmFile> shipped,
        SortedDictionary<string, LlvmFile> all,
        MemberFiles members)
    {
        var files = new List<FileCoverage>();
        foreach (var (name, known) in shipped)
        {
            if (members.PathOf(name) is not { } path || known.Lines.Count == 0)
                continue;
            var hits = all.GetValueOrDefault(name, known);
            files.Add(new FileCoverage(
                path,
                Counts(known.Lines, hits.Lines),
                Counts(known.Regions, hits.Regions),
                Counts(known.Functions, hits.Functions)));
        }

        return [.. files.OrderBy(file => file.Path, StringComparer.Ordinal)];
    }

    private static Dictionary<T, long> Counts<T>(IReadOnlyDictionary<T, long> known, IReadOnlyDictionary<T, long> hits)
        where T : notnull
    {
        var counts = new Dictionary<T, long>();
        foreach (var (key, count) in known)
            counts[key] = Math.Max(count, hits.GetValueOrDefault(key));
        return counts;
    }
}
