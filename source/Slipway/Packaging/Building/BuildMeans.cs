namespace Slipway.Packaging;

/// <summary>How programs for a target are built.</summary>
public enum BuildMeans
{
    /// <summary>Cargo as it is: the machine runs what it builds, or its own linker serves the target too.</summary>
    Cargo,

    /// <summary>Cargo with a linker for the target.</summary>
    Linker,

    /// <summary><c>cargo zigbuild</c>.</summary>
    ZigBuild,

    /// <summary><c>cross</c>, in a container.</summary>
    Cross,
}
