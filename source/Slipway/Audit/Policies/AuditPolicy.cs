using Slipway.Audit.Scores;

namespace Slipway.Audit.Policies;

/// <summary>What of an audit fails, what is warned of, and what does not count.</summary>
public sealed record AuditPolicy
{
    public static AuditPolicy Default { get; } = new();

    /// <summary>The severity from which a vulnerability fails; what is below is warned of.</summary>
    public Severity FailsFrom { get; init; } = Severity.High;

    public AuditAction Unsound { get; init; } = AuditAction.Warn;

    public AuditAction Unmaintained { get; init; } = AuditAction.Warn;

    public AuditAction Notice { get; init; } = AuditAction.Warn;

    public AuditAction Yanked { get; init; } = AuditAction.Warn;

    public IReadOnlyList<IgnoredAdvisory> Ignored { get; init; } = [];

    /// <summary>The licences that crates may have; null allows any.</summary>
    public LicencePolicy? Licences { get; init; }

    public IReadOnlyList<BannedCrate> Banned { get; init; } = [];

    /// <summary>What is said of a crate that is there in several versions.</summary>
    public AuditAction MultipleVersions { get; init; } = AuditAction.Allow;

    /// <summary>Where crates may come from; null allows anywhere.</summary>
    public SourcePolicy? Sources { get; init; }

    /// <summary>This policy and what the other one adds to it.</summary>
    public AuditPolicy And(AuditPolicy other) => this with
    {
        Ignored = [.. Ignored, .. other.Ignored],
        Licences = Licences is null || other.Licences is null ? Licences ?? other.Licences : Licences.And(other.Licences),
        Banned = [.. Banned, .. other.Banned],
        MultipleVersions = (AuditAction)Math.Max((int)MultipleVersions, (int)other.MultipleVersions),
        Sources = Sources is null || other.Sources is null ? Sources ?? other.Sources : Sources.And(other.Sources),
    };
}
