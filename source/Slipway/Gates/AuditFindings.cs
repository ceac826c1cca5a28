using Slipway.Audit;
using Slipway.Audit.Advisories;
using Slipway.Audit.Locks;
using Slipway.Audit.Policies;
using Slipway.Audit.Scores;

namespace Slipway.Gates;

/// <summary>Says what is wrong with a crate: which, how it came into the tree, and what mends it.</summary>
internal sealed class AuditFindings(AuditFacts facts, AuditPolicy policy, AuditIgnores ignores, string root)
{
    private readonly DependencyPaths _paths = new(facts.Lock, facts.Members);
    private readonly string? _file = Finding.PathBelow(root, facts.Lock.Path);

    /// <summary>Null when the policy allows it.</summary>
    public Finding? Of(AuditHit hit)
    {
        var action = ActionOn(hit);
        if (action == AuditAction.Allow)
            return null;
        var isOld = facts.Base?.Has(hit) == true;
        var expired = ignores.ExpiredOn(hit) is { } day ? $"; it was ignored until {day}" : "";
        return Create(
            hit.Package,
            isOld ? AuditAction.Warn : action,
            $"{Describe(hit)}{(isOld ? $"; {facts.Base!.Commit} has it already" : "")}{expired}",
            hit.Advisory?.Id ?? "yanked",
            hit.Advisory is { } advisory ? $"{AuditRemedy.For(hit.Package, advisory, facts.Lock, _paths)} {advisory.Link}" : AuditRemedy.ForYanked(hit.Package, facts.Lock));
    }

    /// <summary>What a rule says about a package; of what the base has already it only warns.</summary>
    public Finding Of(LockPackage package, AuditAction action, string message, string rule, string help)
    {
        var isOld = facts.Base?.Has(package) == true;
        return Create(package, isOld ? AuditAction.Warn : action, $"{package}: {message}{(isOld ? $"; {facts.Base!.Commit} has it already" : "")}", rule, help);
    }

    private Finding Create(LockPackage package, AuditAction action, string message, string code, string help) => new(
        action == AuditAction.Fail ? FindingSeverity.Error : FindingSeverity.Warning,
        $"{message}; {Path(package)}",
        _file,
        package.Line,
        Code: code,
        Help: help);

    private AuditAction ActionOn(AuditHit hit) => hit.Kind switch
    {
        AdvisoryKind.Vulnerability => hit.Advisory!.Severity >= policy.FailsFrom ? AuditAction.Fail : AuditAction.Warn,
        AdvisoryKind.Unsound => policy.Unsound,
        AdvisoryKind.Unmaintained => policy.Unmaintained,
        AdvisoryKind.Yanked => policy.Yanked,
        _ => policy.Notice,
    };

    private static string Describe(AuditHit hit) => hit.Advisory is not { } advisory
        ? $"{hit.Package} was yanked by its authors"
        : $"{hit.Package}: {advisory.Title} ({(hit.Kind == AdvisoryKind.Vulnerability ? Severity(advisory) : hit.Kind.ToString().ToLowerInvariant())})";

    private static string Severity(Advisory advisory)
    {
        var name = advisory.Severity.ToString().ToLowerInvariant();
        return advisory switch
        {
            { IsMalicious: true } => $"{name}, a malicious crate",
            { Score: { } score } => $"{name}, CVSS {Cvss.Show(score)}",
            { Cvss: not null } => $"{name}: its CVSS vector cannot be computed",
            _ => $"{name}: nobody has scored it",
        };
    }

    private string Path(LockPackage package) => _paths.To(package) is { Count: > 1 } path
        ? $"in the tree as {string.Join(" > ", path.Select((step, index) => index == path.Count - 1 ? step.ToString() : step.Name))}"
        : "nothing in the tree needs it";
}
