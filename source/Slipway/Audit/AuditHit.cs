using Slipway.Audit.Advisories;
using Slipway.Audit.Locks;

namespace Slipway.Audit;

/// <summary>A package that something is known against.</summary>
/// <param name="Advisory">What says so; none for a version that was yanked.</param>
public sealed record AuditHit(LockPackage Package, AdvisoryKind Kind, Advisory? Advisory)
{
    /// <summary>What makes it the same in another lock file, where the crate may have another version.</summary>
    internal (string Id, string Package) Key => (Advisory?.Id ?? "yanked", Package.Name);
}
