using System.Globalization;
using Slipway.Analysis;

namespace Slipway.Gates;

/// <summary>What the build class allows on one day, and whether it is needed.</summary>
internal sealed class AnalysisAllowances(IReadOnlyList<AllowedIssue> allowed, DateOnly today)
{
    public bool Cover(AnalysisIssue issue) => allowed.Any(one => !one.IsExpired(today) && IsReasoned(one) && one.Covers(issue));

    /// <summary>Until when it was allowed, when that is past.</summary>
    public string? ExpiredFor(AnalysisIssue issue) =>
        allowed.Where(one => one.IsExpired(today) && one.Covers(issue)).Select(one => one.Until).Max() is { } day ? Show(day) : null;

    public IEnumerable<Finding> Findings(IReadOnlyList<AnalysisIssue> issues)
    {
        foreach (var one in allowed)
        {
            var count = issues.Count(one.Covers);
            var name = $"{one.Rule} in {one.Path}";
            if (count == 0)
                yield return new Finding(FindingSeverity.Warning, $"{name} is allowed, and is not found", Code: one.Rule, Help: "Remove it from what is allowed.");
            else if (!IsReasoned(one))
                yield return new Finding(FindingSeverity.Warning, $"{name} is allowed without a reason, and counts", Code: one.Rule, Help: "Say why it does no harm: new AllowedIssue(rule, path, reason).");
            else if (!one.IsExpired(today))
                yield return new Finding(FindingSeverity.Note, $"{name} is allowed{(one.Until is { } day ? $" until {Show(day)}" : "")}, in {Counted.Of(count, "place")}: {one.Reason}", Code: one.Rule);
        }
    }

    private static bool IsReasoned(AllowedIssue one) => !string.IsNullOrWhiteSpace(one.Reason);

    private static string Show(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
