namespace Slipway.Gates;

/// <summary>The stage a gate belongs to; a stage starts when the one before it is good.</summary>
public enum GateStage
{
    Checks,
    Compile,
    Test,
    Gates,
}
