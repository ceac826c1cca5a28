using Slipway.Audit.Locks;

namespace Slipway.Audit.Policies;

/// <summary>Where crates may come from; crates.io is always allowed.</summary>
/// <param name="Registries">The URLs of further registries.</param>
/// <param name="Git">The URLs of repositories.</param>
public sealed record SourcePolicy(
    IReadOnlyList<string> Registries,
    IReadOnlyList<string> Git,
    AuditAction UnknownRegistry = AuditAction.Fail,
    AuditAction UnknownGit = AuditAction.Fail)
{
    /// <summary>What is done about the source of a package.</summary>
    public AuditAction ActionOn(LockPackage package)
    {
        if (!package.IsThirdParty || package.IsFromCratesIo)
            return AuditAction.Allow;
        var (isGit, url) = (IsGit(package), UrlOf(package));
        var known = isGit ? Git : Registries;
        return known.Any(other => string.Equals(Plain(other), url, StringComparison.OrdinalIgnoreCase)) ? AuditAction.Allow : isGit ? UnknownGit : UnknownRegistry;
    }

    public SourcePolicy And(SourcePolicy other) => new(
        [.. Registries, .. other.Registries],
        [.. Git, .. other.Git],
        (AuditAction)Math.Max((int)UnknownRegistry, (int)other.UnknownRegistry),
        (AuditAction)Math.Max((int)UnknownGit, (int)other.UnknownGit));

    internal static bool IsGit(LockPackage package) => package.Source?.StartsWith("git+", StringComparison.Ordinal) == true;

    internal static string UrlOf(LockPackage package) => Plain(package.Source!);

    // "git+https://host/x.git?branch=main#0123abc" and "https://host/x" are the same place.
    private static string Plain(string source)
    {
        var plus = source.IndexOf('+', StringComparison.Ordinal);
        var url = plus >= 0 && plus < source.IndexOf(':', StringComparison.Ordinal) ? source[(plus + 1)..] : source;
        url = url.Split('?', '#')[0].TrimEnd('/');
        return url.EndsWith(".git", StringComparison.Ordinal) ? url[..^".git".Length] : url;
    }
}
