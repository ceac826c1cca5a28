using System.Globalization;
using Slipway.Secrets;

namespace Slipway.Gates;

/// <summary>The exceptions of a repository on one day, and which of them were needed.</summary>
internal sealed class SecretExceptions(SecretBaseline baseline, DateOnly today)
{
    private const int ShortFingerprint = 8;

    private readonly HashSet<object> _used = new(ReferenceEqualityComparer.Instance);

    public bool Cover(SecretFinding finding)
    {
        var accepted = baseline.Accepted.Where(entry => entry.Fingerprint == finding.Fingerprint).ToList();
        var allowed = baseline.Allowed.Where(entry => Fits(entry, finding)).ToList();
        // Used is also what has expired: it says why the finding is back.
        _used.UnionWith(accepted);
        _used.UnionWith(allowed);
        return accepted.Exists(entry => Holds(entry.Expires) && (entry.Scope is null || !finding.IsInTree))
            || allowed.Exists(entry => Holds(entry.Expires));
    }

    /// <summary>Why a finding is back that was excepted once.</summary>
    public string? ExpiredFor(SecretFinding finding)
    {
        var ends = baseline.Accepted.Where(entry => entry.Fingerprint == finding.Fingerprint).Select(entry => entry.Expires)
            .Concat(baseline.Allowed.Where(entry => Fits(entry, finding)).Select(entry => entry.Expires))
            .Where(expires => !Holds(expires))
            .Max();
        return ends is { } end ? string.Create(CultureInfo.InvariantCulture, $"; it was accepted until {end:yyyy-MM-dd}") : null;
    }

    /// <summary>What this scan would have needed if it were needed at all.</summary>
    public IEnumerable<string> Unused(SecretScopes scopes)
    {
        var wholeTree = scopes.HasFlag(SecretScopes.Tree);
        var wholeHistory = scopes.HasFlag(SecretScopes.History);
        foreach (var entry in baseline.Accepted.Where(entry => !_used.Contains(entry) && (entry.Scope is null ? wholeTree || wholeHistory : wholeHistory)))
        {
            yield return $"the accepted secret {entry.Fingerprint[..ShortFingerprint]}… ({entry.Reason}) is not there any more"
                + (wholeHistory ? "" : ", or only in older commits: then say \"scope\": \"history\"");
        }

        foreach (var entry in baseline.Allowed.Where(entry => !_used.Contains(entry) && (wholeTree || wholeHistory)))
            yield return $"what is allowed for {string.Join(" in ", new[] { entry.Rule, entry.Path }.Where(part => !string.IsNullOrWhiteSpace(part)))} ({entry.Reason}) is not found any more";
    }

    private bool Holds(DateOnly? expires) => expires is not { } day || day >= today;

    private static bool Fits(AllowedFinding entry, SecretFinding finding) =>
        (string.IsNullOrWhiteSpace(entry.Rule) || entry.Rule == finding.Rule)
        && (string.IsNullOrWhiteSpace(entry.Path) || PathPattern.Matches(entry.Path, finding.File));
}
