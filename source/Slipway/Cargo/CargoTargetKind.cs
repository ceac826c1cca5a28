namespace Slipway.Cargo;

/// <summary>What a target is for.</summary>
public enum CargoTargetKind
{
    Library,
    ProcMacro,
    Binary,
    Test,
    Bench,
    Example,
    BuildScript,
}
