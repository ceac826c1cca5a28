namespace Slipway.Gates;

public enum GateVerdict
{
    Pass,
    Fail,

    /// <summary>Not judged, with a reason.</summary>
    Skip,
}
