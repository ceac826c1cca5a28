using Slipway.Audit.Advisories;
using Slipway.Audit.Locks;
using Slipway.Base;

namespace Slipway.Audit;

/// <summary>What is known of the crates in a lock file.</summary>
/// <param name="Members">The names of the workspace's members.</param>
/// <param name="Database">The advisories it was compared with; null when nothing had to be.</param>
/// <param name="Source">Who compared them, such as <c>cargo-audit</c>.</param>
/// <param name="UnknownYanked">How many packages nobody can say of here whether they were yanked.</param>
/// <param name="SilentlyIgnored">What a configuration outside the workspace kept cargo-audit from saying.</param>
public sealed record AuditFacts(
    LockFile Lock,
    IReadOnlyCollection<string> Members,
    AdvisoryDatabase? Database,
    string? Source,
    IReadOnlyList<AuditHit> Hits,
    int UnknownYanked = 0,
    IReadOnlyList<string>? SilentlyIgnored = null)
{
    /// <summary>What the base has; null lets all findings count.</summary>
    public AuditBase? Base { get; init; }

    /// <summary>Why there is no base, where one was looked for.</summary>
    public string? WhyNoBase { get; init; }

    /// <summary>The licence that each crate names, by name and version; null when nobody asked.</summary>
    public IReadOnlyDictionary<(string Name, string Version), string?>? Licences { get; init; }

    public TimeSpan Duration { get; init; }
}

/// <summary>The commit that a change is compared with, and what is known of its crates.</summary>
public sealed record AuditBase(BaseCommit Commit, LockFile Lock, IReadOnlyList<AuditHit> Hits)
{
    private readonly HashSet<(string, string)> _keys = [.. Hits.Select(hit => hit.Key)];
    private readonly HashSet<(string, string, string?)> _packages =
        [.. Lock.Packages.Select(package => (package.Name, package.Version.ToString(), package.Source))];

    /// <summary>Whether the same is known against the same crate, in whatever version.</summary>
    public bool Has(AuditHit hit) => _keys.Contains(hit.Key);

    public bool Has(LockPackage package) => _packages.Contains((package.Name, package.Version.ToString(), package.Source));
}
