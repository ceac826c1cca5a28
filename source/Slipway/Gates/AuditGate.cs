using Slipway.Audit;
using Slipway.Audit.Advisories;
using Slipway.Audit.Policies;
using Slipway.Audit.Scores;

namespace Slipway.Gates;

public static class AuditGate
{
    public const string Name = "Audit";

    private static readonly Severity[] Shown = [Severity.Critical, Severity.High, Severity.Medium, Severity.Low];

    /// <summary>Judges the crates of a lock file.</summary>
    /// <param name="unknownKeys">What the workspace's files of cargo-audit and cargo-deny say that is not understood.</param>
    /// <param name="today">The day on which what is ignored until a day may have ended.</param>
    /// <param name="root">The repository's root, to which paths are relative.</param>
    public static GateResult Judge(
        AuditFacts facts,
        AuditPolicy policy,
        IReadOnlyList<(string Key, SourceLocation Location)> unknownKeys,
        DateOnly today,
        string root)
    {
        var ignores = new AuditIgnores(policy.Ignored, today, root);
        var texts = new AuditFindings(facts, policy, ignores, root);
        var counted = facts.Hits.Where(hit => !ignores.Covers(hit)).OrderBy(hit => hit.Package.Name, StringComparer.Ordinal).ThenBy(hit => hit.Advisory?.Id, StringComparer.Ordinal).ToList();
        List<Finding> findings =
        [
            .. counted.Select(texts.Of).OfType<Finding>(),
            .. AuditRules.Findings(facts, policy, texts),
            .. ignores.Findings(facts),
            .. unknownKeys.Select(key => new Finding(
                FindingSeverity.Warning,
                $"'{key.Key}' is not used by this gate",
                Finding.PathBelow(root, key.Location.File),
                key.Location.Line,
                Help: "Say it in the build class, or remove it.")),
            .. Remarks(facts),
        ];

        var failing = findings.Count(finding => finding.Severity == FindingSeverity.Error);
        return GateResult.Judged(Name, GateStage.Checks, failing == 0 ? null : Failure(failing, facts), Figures(facts, counted, findings, failing), findings, facts.Duration);
    }

    private static string Failure(int failing, AuditFacts facts) =>
        $"{Counted.Of(failing, facts.Base is null ? "finding" : "new finding")} against crates";

    private static List<Figure> Figures(AuditFacts facts, List<AuditHit> hits, List<Finding> findings, int failing)
    {
        var vulnerabilities = hits.Where(hit => hit.Kind == AdvisoryKind.Vulnerability).ToList();
        List<Figure> figures =
        [
            new("packages", facts.Lock.ThirdParty.Count(), "packages"),
            new("vulnerabilities", vulnerabilities.Count, "vulnerabilities"),
            .. Shown.Select(severity => new Figure(
                severity.ToString().ToLowerInvariant(),
                vulnerabilities.Count(hit => hit.Advisory!.Severity == severity),
                "vulnerabilities")),
            new("findings", failing, "findings", Threshold.AtMost(0)),
            new("warnings", findings.Count(finding => finding.Severity == FindingSeverity.Warning), "warnings"),
        ];
        if (facts.Database is { } database)
            figures.Add(new Figure("age of the advisories", Math.Round(database.Age.TotalDays, 1), "days"));
        return figures;
    }

    private static IEnumerable<Finding> Remarks(AuditFacts facts)
    {
        if (facts.Database is { } database)
        {
            yield return new Finding(FindingSeverity.Note, $"{(facts.Source is null ? "" : $"{facts.Source} with ")}{database}");
            if (database.Problem is { } problem)
                yield return new Finding(FindingSeverity.Warning, $"the advisories could not be fetched, and are {database.ShowAge()} old: {problem}");
        }
        else
        {
            yield return new Finding(FindingSeverity.Note, "no crate comes from elsewhere, so that no advisory can be about one");
        }

        if (facts.UnknownYanked > 0)
            yield return new Finding(FindingSeverity.Note, $"whether {Counted.Of(facts.UnknownYanked, "package")} {(facts.UnknownYanked == 1 ? "was" : "were")} yanked is not known here: cargo has not asked the registry yet");
        if (facts.WhyNoBase is { } reason)
            yield return new Finding(FindingSeverity.Warning, $"all findings count, and not only new ones: {reason}");
        foreach (var id in facts.SilentlyIgnored ?? [])
            yield return new Finding(FindingSeverity.Warning, $"{id} is ignored by cargo-audit's own configuration", Code: id, Help: "Ignore it in the build class, with a reason, and not in ~/.cargo/audit.toml.");
    }
}
