namespace Slipway.Coverage;

/// <summary>Which tool measures.</summary>
public enum CoverageProvider
{
    /// <summary>The first that is there.</summary>
    Auto,

    /// <summary>LLVM's own tools, with everything else done here.</summary>
    Llvm,

    CargoLlvmCov,

    /// <summary>Tells lines only.</summary>
    Tarpaulin,
}
