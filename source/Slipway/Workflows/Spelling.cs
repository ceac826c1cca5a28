namespace Slipway.Workflows;

/// <summary>Guesses what was meant.</summary>
internal static class Spelling
{
    /// <summary>The candidate that takes the fewest changes of letters, when it takes few.</summary>
    public static string? Nearest(string text, IEnumerable<string> candidates)
    {
        var best = candidates.Select(candidate => (Text: candidate, Distance: Distance(text, candidate))).MinBy(x => x.Distance);
        return best.Text != null && best.Distance <= Math.Max(2, text.Length / 3) ? best.Text : null;
    }

    public static string DidYouMean(string text, IEnumerable<string> candidates) =>
        Nearest(text, candidates) is { } nearest ? $" Did you mean {nearest}?" : "";

    private static int Distance(string left, string right)
    {
        var row = Enumerable.Range(0, right.Length + 1).ToArray();
        for (var i = 1; i <= left.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var change = diagonal + (char.ToLowerInvariant(left[i - 1]) == char.ToLowerInvariant(right[j - 1]) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(change, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[^1];
    }
}
