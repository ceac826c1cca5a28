using Slipway.Audit.Locks;

namespace Slipway.Audit.Policies;

/// <summary>The licences that crates of others may have, by their SPDX names, such as <c>MIT</c> or <c>Apache-2.0 WITH LLVM-exception</c>.</summary>
/// <param name="Exceptions">Further ones for single crates.</param>
public sealed record LicencePolicy(IReadOnlyList<string> Allowed, IReadOnlyList<CrateLicences>? Exceptions = null)
{
    /// <summary>What is wrong with a crate's licence; null when nothing is.</summary>
    /// <param name="licence">What the crate's manifest says.</param>
    public string? Refuse(LockPackage package, string? licence)
    {
        if (string.IsNullOrWhiteSpace(licence))
            return "it names no licence";
        var allowed = Allowed.Concat((Exceptions ?? []).Where(exception => exception.Crate == package.Name).SelectMany(exception => exception.Allowed))
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        return LicenceExpression.IsSatisfied(licence, allowed) switch
        {
            true => null,
            false => $"its licence is {licence}, which is not allowed",
            null => $"its licence '{licence}' is no expression of SPDX",
        };
    }

    public LicencePolicy And(LicencePolicy other) =>
        new([.. Allowed, .. other.Allowed], [.. Exceptions ?? [], .. other.Exceptions ?? []]);
}

/// <summary>Licences that one crate may have besides those of all.</summary>
public sealed record CrateLicences(string Crate, IReadOnlyList<string> Allowed);
