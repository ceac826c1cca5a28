namespace Slipway.Audit.Advisories;

/// <summary>What an advisory, or the registry, says of a crate.</summary>
public enum AdvisoryKind
{
    Vulnerability,

    /// <summary>It can be used in a way that breaks what safe Rust promises.</summary>
    Unsound,

    Unmaintained,

    Notice,

    /// <summary>Its author has taken the version back.</summary>
    Yanked,
}
