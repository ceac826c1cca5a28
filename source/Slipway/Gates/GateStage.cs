namespace Slipway.Gates;

/// <summary>The stage a gate belongs to; a stage starts when the one before it is good.</summary>
public enum GateStage
{
    Checks,
    Compile,
    Test,
    Gates,

    /// <summary>No stage: the jobs of a workflow themselves, which may end before a gate in them can say why.</summary>
    Jobs,

    /// <summary>No stage: the run as a whole.</summary>
    Run,
}
