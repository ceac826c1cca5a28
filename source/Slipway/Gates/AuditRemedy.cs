using Slipway.Audit.Advisories;
using Slipway.Audit.Locks;
using Slipway.Audit.Versions;

namespace Slipway.Gates;

/// <summary>What mends a crate: an update that cargo takes, or what stands in its way.</summary>
internal static class AuditRemedy
{
    public static string For(LockPackage package, Advisory advisory, LockFile file, DependencyPaths paths)
    {
        if (advisory.IsMalicious)
            return "Remove the crate, and treat every machine that has built it as compromised.";
        if (advisory.PatchedRanges.Count == 0)
            return "No version mends it: replace the crate, or ignore the advisory with a reason and a day.";
        var versions = string.Join(" or ", advisory.PatchedRanges);
        if (Compatible(package, advisory) is not { } range)
            return $"Mended in {versions}, which is not compatible: {RaiseWhatNeedsIt(package, paths)}.";
        var update = $"cargo update -p {Spec(package, file)}";
        return range.Lower is { IsInside: true } lower && lower.Version > package.Version
            ? $"Mended in {versions}: `{update} --precise {lower.Version}`."
            : $"Mended in {versions}: `{update}`.";
    }

    public static string ForYanked(LockPackage package, LockFile file) => $"Take another version: `cargo update -p {Spec(package, file)}`.";

    // The lowest one that the requirements in the tree may take.
    private static VersionRange? Compatible(LockPackage package, Advisory advisory) => advisory.PatchedRanges
        .Where(range => range.Upper is null || range.Upper.Version > package.Version)
        .Where(range => range.Lower is null || package.Version.IsCompatibleWith(range.Lower.Version))
        .OrderBy(range => range.Lower?.Version)
        .FirstOrDefault();

    private static string RaiseWhatNeedsIt(LockPackage package, DependencyPaths paths) => paths.To(package) is [.., var needer, _]
        ? needer.IsThirdParty ? $"update or replace {needer.Name}, which needs it" : $"raise its version in the Cargo.toml of {needer.Name}"
        : "raise its version";

    private static string Spec(LockPackage package, LockFile file) =>
        file.Packages.Count(other => other.Name == package.Name) > 1 ? $"{package.Name}@{package.Version}" : package.Name;
}
