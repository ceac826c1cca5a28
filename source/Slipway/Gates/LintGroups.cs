using Slipway.Cargo;

namespace Slipway.Gates;

/// <summary>What is said of a lint that is broken in several places, before the places themselves.</summary>
internal static class LintGroups
{
    private const int FirstPlaces = 3;

    /// <summary>The findings by lint, the most frequent first; one that comes more than once has a line of its own.</summary>
    public static IEnumerable<Finding> Of(IEnumerable<Finding> findings)
    {
        var groups = findings
            .GroupBy(finding => (finding.Severity, finding.Code))
            .OrderByDescending(group => group.Key.Severity)
            .ThenByDescending(group => group.Count())
            .ThenBy(group => group.Key.Code, StringComparer.Ordinal)
            .Select(group => group.ToList())
            .ToList();
        return groups.Where(IsHeaded).Select(Head).Concat(groups.SelectMany(group => IsHeaded(group) ? group : group.Select(WithLink)));
    }

    private static bool IsHeaded(List<Finding> group) => group.Count > 1 && group[0].Code is not null;

    private static Finding Head(List<Finding> group)
    {
        var places = group.Where(finding => finding.File is not null).Select(finding => new SourceLocation(finding.File!, finding.Line).ToString()).Distinct(StringComparer.Ordinal).ToList();
        var where = string.Join(", ", places.Take(FirstPlaces)) + (places.Count > FirstPlaces ? ", …" : "");
        return new Finding(group[0].Severity, $"{Counted.Of(group.Count, "place")}: {where}", Code: group[0].Code, Help: LintLink.Of(group[0].Code));
    }

    private static Finding WithLink(Finding finding) => LintLink.Of(finding.Code) is { } link
        ? finding with { Help = finding.Help is null ? link : $"{finding.Help} ({link})" }
        : finding;
}
