namespace Slipway.Gates;

public enum FindingSeverity
{
    Note,
    Warning,
    Error,
}
