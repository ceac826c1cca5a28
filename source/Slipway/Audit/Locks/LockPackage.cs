using Slipway.Audit.Versions;

namespace Slipway.Audit.Locks;

/// <summary>A package of a lock file.</summary>
/// <param name="Source">Where it comes from, as the lock file says; null for what stands in the repository.</param>
/// <param name="Line">Where it begins in the lock file.</param>
/// <param name="Dependencies">The packages that it needs, as positions in the lock file.</param>
public sealed record LockPackage(string Name, CrateVersion Version, string? Source, int Line, IReadOnlyList<int> Dependencies)
{
    private static readonly string[] CratesIo =
    [
        "registry+https://github.com/rust-lang/crates.io-index",
        "sparse+https://index.crates.io/",
    ];

    public bool IsThirdParty => Source is not null;

    /// <summary>Whether advisories are about it: another registry may have a crate of the same name.</summary>
    public bool IsFromCratesIo => Source is not null && CratesIo.Contains(Source, StringComparer.Ordinal);

    public override string ToString() => $"{Name} {Version}";
}
