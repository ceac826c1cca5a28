namespace Slipway.Manifest;

/// <summary>What a file of a release is.</summary>
public enum AssetKind
{
    /// <summary>The programs for one target, with what belongs to them.</summary>
    Archive,

    /// <summary>The digest of one other asset.</summary>
    Checksum,

    /// <summary>The digests of all assets that are no checksums.</summary>
    Checksums,

    /// <summary>The signature of the digests.</summary>
    Signature,

    /// <summary>The crates that went into the programs.</summary>
    Sbom,
}
