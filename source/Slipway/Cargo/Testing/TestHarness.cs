namespace Slipway.Cargo.Testing;

/// <summary>What a test program understands.</summary>
public enum TestHarness
{
    /// <summary>Rust's own: it lists and names its tests.</summary>
    Libtest,

    /// <summary>A <c>main</c> of the project's own; only its exit code counts.</summary>
    Custom,
}
