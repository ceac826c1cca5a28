namespace Slipway.Analysis;

/// <summary>Tells new issues from those that the base has already, wherever lines and code have moved.</summary>
internal static class KnownIssues
{
    /// <summary>The issues that are not in the base: each of the base stands for one.</summary>
    public static IReadOnlySet<AnalysisIssue> New(IEnumerable<AnalysisIssue> issues, IEnumerable<KnownIssue> known)
    {
        var (rest, left) = (issues.ToHashSet(), known.ToList());
        // The surest first: the same place; then another place in the file; then a file that was moved, or code out of one.
        Match(rest, left, issue => issue.Fingerprint);
        Match(rest, left, issue => (issue.Rule, issue.File, issue.LineHash));
        Match(rest, left, issue => (issue.Rule, issue.LineHash));
        return rest;
    }

    private static void Match<TKey>(HashSet<AnalysisIssue> issues, List<KnownIssue> known, Func<KnownIssue, TKey> keyOf)
        where TKey : notnull
    {
        var free = known.GroupBy(keyOf).ToDictionary(group => group.Key, group => new Queue<KnownIssue>(group));
        foreach (var issue in issues.OrderBy(issue => issue.File, StringComparer.Ordinal).ThenBy(issue => issue.Line).ThenBy(issue => issue.Column).ToList())
        {
            if (!free.TryGetValue(keyOf(issue.Known), out var queue) || !queue.TryDequeue(out var match))
                continue;
            issues.Remove(issue);
            known.Remove(match);
        }
    }
}
