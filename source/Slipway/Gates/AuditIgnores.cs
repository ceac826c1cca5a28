using System.Globalization;
using Slipway.Audit;
using Slipway.Audit.Policies;

namespace Slipway.Gates;

/// <summary>What an audit is told to ignore.</summary>
internal sealed class AuditIgnores(IReadOnlyList<IgnoredAdvisory> ignored, DateOnly today, string root)
{
    private const string Complete = "Say why it does no harm here, and until when: new IgnoredAdvisory(id, reason, day), or \"… until 2030-01-31\" in the reason that deny.toml gives.";

    public bool Covers(AuditHit hit) => Of(hit).Any(one => !one.IsExpired(today));

    /// <summary>Until when it was ignored, when that is past.</summary>
    public string? ExpiredOn(AuditHit hit) =>
        Of(hit).Where(one => one.IsExpired(today)).Select(one => one.Until).Max() is { } day ? Show(day) : null;

    public IEnumerable<Finding> Findings(AuditFacts facts)
    {
        foreach (var one in ignored)
        {
            var (file, line) = (Finding.PathBelow(root, one.Location?.File), one.Location?.Line);
            if (!facts.Hits.Any(hit => Matches(one, hit)))
                yield return new Finding(FindingSeverity.Warning, $"{one.Id} is ignored, and is not found", file, line, Code: one.Id, Help: "Remove it from what is ignored.");
            else if (string.IsNullOrWhiteSpace(one.Reason))
                yield return new Finding(FindingSeverity.Warning, $"{one.Id} is ignored without a reason", file, line, Code: one.Id, Help: Complete);
            else if (one.Until is null)
                yield return new Finding(FindingSeverity.Warning, $"{one.Id} is ignored forever: {one.Reason}", file, line, Code: one.Id, Help: Complete);
            else if (!one.IsExpired(today))
                yield return new Finding(FindingSeverity.Note, $"{one.Id} is ignored until {Show(one.Until.Value)}: {one.Reason}", file, line, Code: one.Id);
        }
    }

    private IEnumerable<IgnoredAdvisory> Of(AuditHit hit) => ignored.Where(one => Matches(one, hit));

    // A database may know it by its CVE, and the person who ignored it by that of RustSec, or the other way round.
    private static bool Matches(IgnoredAdvisory one, AuditHit hit) => hit.Advisory is { } advisory
        && (string.Equals(one.Id, advisory.Id, StringComparison.OrdinalIgnoreCase) || advisory.Aliases.Contains(one.Id, StringComparer.OrdinalIgnoreCase));

    private static string Show(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
