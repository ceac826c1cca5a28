using Slipway.Audit.Locks;
using Slipway.Audit.Versions;

namespace Slipway.Audit.Policies;

/// <summary>A crate that must not be in the tree.</summary>
/// <param name="Versions">The versions that are meant; null is any.</param>
public sealed record BannedCrate(string Name, VersionRange? Versions = null, string? Reason = null)
{
    public bool Is(LockPackage package) =>
        string.Equals(package.Name, Name, StringComparison.Ordinal) && Versions?.Contains(package.Version) != false;
}
