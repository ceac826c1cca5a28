namespace Slipway.Cargo.Testing;

/// <summary>What the tests of a group have in common.</summary>
public enum TestGroupKind
{
    Library,
    Binary,
    Test,
    Bench,
    Example,
    Documentation,
    Script,
}
