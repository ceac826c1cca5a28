namespace Slipway.Secrets;

/// <summary>What a scan found, and how much it has read.</summary>
/// <param name="Scanner">What scanned, in words.</param>
/// <param name="Skipped">Binary files, and files over 10 MB.</param>
public sealed record SecretScan(
    SecretScopes Scopes,
    string Scanner,
    IReadOnlyList<SecretFinding> Findings,
    int Files,
    int Commits,
    int Skipped,
    TimeSpan Duration)
{
    internal static SecretScan Nothing { get; } = new(SecretScopes.None, "", [], 0, 0, 0, TimeSpan.Zero);

    /// <summary>Both together.</summary>
    internal SecretScan And(SecretScan other) => this with
    {
        Scopes = Scopes | other.Scopes,
        Findings = [.. Findings, .. other.Findings],
        Files = Files + other.Files,
        Commits = Commits + other.Commits,
        Skipped = Skipped + other.Skipped,
    };

    /// <summary>Each secret once for each file: where it is now, and the oldest commit that added it.</summary>
    internal SecretScan Distinct() => this with
    {
        Findings =
        [
            .. Findings.GroupBy(finding => (finding.File, finding.Fingerprint)).Select(group =>
            {
                // Git lists the newest commit first.
                var oldest = group.LastOrDefault(finding => finding.Commit is not null);
                var inTree = group.FirstOrDefault(finding => finding.IsInTree);
                return (inTree ?? oldest)! with { Commit = oldest?.Commit };
            })
            .OrderBy(finding => finding.File, StringComparer.Ordinal)
            .ThenBy(finding => finding.Line)
            .ThenBy(finding => finding.Rule, StringComparer.Ordinal)
            .ThenBy(finding => finding.Fingerprint, StringComparer.Ordinal),
        ],
    };
}
