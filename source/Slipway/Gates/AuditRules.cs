using Slipway.Audit;
using Slipway.Audit.Locks;
using Slipway.Audit.Policies;

namespace Slipway.Gates;

/// <summary>The rules about licences, bans and sources, in the terms of cargo-deny.</summary>
internal static class AuditRules
{
    public static IEnumerable<Finding> Findings(AuditFacts facts, AuditPolicy policy, AuditFindings texts)
    {
        var packages = facts.Lock.ThirdParty.OrderBy(package => package.Name, StringComparer.Ordinal).ThenBy(package => package.Version).ToList();
        return packages.SelectMany(package => Licence(package, facts, policy, texts))
            .Concat(packages.SelectMany(package => Ban(package, policy, texts)))
            .Concat(Duplicates(packages, policy, texts))
            .Concat(packages.SelectMany(package => Source(package, policy, texts)));
    }

    private static IEnumerable<Finding> Licence(LockPackage package, AuditFacts facts, AuditPolicy policy, AuditFindings texts)
    {
        // What the lock file has and cargo does not name is of no build of this workspace.
        if (policy.Licences is { } licences && facts.Licences is { } known
            && known.TryGetValue((package.Name, package.Version.ToString()), out var licence) && licences.Refuse(package, licence) is { } refusal)
            yield return texts.Of(package, AuditAction.Fail, refusal, "licenses", "Replace the crate, or allow the licence.");
    }

    private static IEnumerable<Finding> Ban(LockPackage package, AuditPolicy policy, AuditFindings texts) => policy.Banned
        .Where(ban => ban.Is(package))
        .Take(1)
        .Select(ban => texts.Of(package, AuditAction.Fail, $"the crate is banned{(ban.Reason is null ? "" : $": {ban.Reason}")}", "bans", "Replace what needs it."));

    private static IEnumerable<Finding> Duplicates(List<LockPackage> packages, AuditPolicy policy, AuditFindings texts) => policy.MultipleVersions == AuditAction.Allow ? [] : packages
        .GroupBy(package => package.Name, StringComparer.Ordinal)
        .Where(versions => versions.Count() > 1)
        .Select(versions => texts.Of(
            versions.First(),
            policy.MultipleVersions,
            $"the crate is there in {Counted.Of(versions.Count(), "version")}: {string.Join(", ", versions.Select(package => package.Version))}",
            "bans",
            $"See who needs them: `cargo tree --invert {versions.First().Name}@{versions.First().Version}`."));

    private static IEnumerable<Finding> Source(LockPackage package, AuditPolicy policy, AuditFindings texts)
    {
        if (policy.Sources?.ActionOn(package) is not (AuditAction.Warn or AuditAction.Fail))
            yield break;
        var what = SourcePolicy.IsGit(package) ? "repository" : "registry";
        yield return texts.Of(package, policy.Sources.ActionOn(package), $"it comes from the {what} {SourcePolicy.UrlOf(package)}, which is not allowed", "sources", $"Take it from crates.io, or allow the {what}.");
    }
}
