using Slipway.Gates;

namespace Slipway.Reporting;

/// <summary>What GitHub still shows for a step: ten annotations of each level; it silently drops the others.</summary>
public sealed class AnnotationRoom
{
    private const int MostPerLevel = 10;

    private readonly Lock _lock = new();

    // One notice is kept for the count of what is left out.
    private readonly Dictionary<FindingSeverity, int> _left = new()
    {
        [FindingSeverity.Error] = MostPerLevel,
        [FindingSeverity.Warning] = MostPerLevel,
        [FindingSeverity.Note] = MostPerLevel - 1,
    };

    /// <summary>Takes those that matter most: errors first, then what stands in changed lines, one for each place and rule.</summary>
    /// <param name="isChanged">Whether a finding stands in a line of the change; null when that is not known.</param>
    internal IReadOnlyList<Finding> Take(IEnumerable<Finding> findings, Func<Finding, bool>? isChanged)
    {
        var chosen = findings
            .OrderByDescending(finding => finding.Severity)
            .ThenByDescending(finding => isChanged?.Invoke(finding) ?? false)
            .DistinctBy(PlaceAndRule);
        lock (_lock)
        {
            return [.. chosen.Where(finding => _left[finding.Severity]-- > 0)];
        }
    }

    // Without a place, only the message tells one from another.
    private static (string? File, int? Line, string? Rule, string? Message) PlaceAndRule(Finding finding) =>
        (finding.File, finding.Line, finding.Code, finding.File is null || finding.Code is null ? finding.Message : null);
}
