namespace Slipway.Proofs;

/// <summary>Which files a gate depends on.</summary>
public enum FileScope
{
    /// <summary>All: code includes what it likes, and tests read it.</summary>
    Everything,

    /// <summary>What rustfmt reads: code, its own configuration, and manifests, which name the edition and the targets.</summary>
    Format,
}

internal static class FileScopes
{
    private static readonly string[] FormatNames =
        ["Cargo.toml", "rustfmt.toml", ".rustfmt.toml", "rust-toolchain", "rust-toolchain.toml", "config", "config.toml", "settings.toml"];

    public static bool Has(this FileScope scope, string path) =>
        scope == FileScope.Everything
        || path.EndsWith(".rs", StringComparison.Ordinal)
        || FormatNames.Contains(Path.GetFileName(path), StringComparer.Ordinal);
}
