namespace Nuke.Common.ValueInjection;

/// <summary>"Did you mean": the nearest of the names that exist.</summary>
internal static class Suggestion
{
    /// <summary>A sentence that names the nearest candidate, with a leading blank, or nothing when none is near.</summary>
    public static string For(string wrong, IEnumerable<string> candidates)
    {
        var normalized = ParameterNames.Normalize(wrong);
        var (candidate, distance) = candidates
            .Select(x => (Candidate: x, Distance: Distance(normalized, ParameterNames.Normalize(x))))
            .OrderBy(x => x.Distance)
            .ThenBy(x => x.Candidate, StringComparer.Ordinal)
            .FirstOrDefault((Candidate: "", Distance: int.MaxValue));
        return distance <= Math.Max(2, normalized.Length / 3) ? $" Did you mean {candidate}?" : "";
    }

    // Damerau-Levenshtein: a swap of neighbours (`wrokspace`) is one mistake.
    private static int Distance(string left, string right)
    {
        var table = new int[left.Length + 1, right.Length + 1];
        for (var i = 0; i <= left.Length; i++)
            table[i, 0] = i;
        for (var j = 0; j <= right.Length; j++)
            table[0, j] = j;

        for (var i = 1; i <= left.Length; i++)
        {
            for (var j = 1; j <= right.Length; j++)
            {
                var cost = left[i - 1] == right[j - 1] ? 0 : 1;
                table[i, j] = Math.Min(Math.Min(table[i - 1, j] + 1, table[i, j - 1] + 1), table[i - 1, j - 1] + cost);
                if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
                    table[i, j] = Math.Min(table[i, j], table[i - 2, j - 2] + 1);
            }
        }

        return table[left.Length, right.Length];
    }
}
