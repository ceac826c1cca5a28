namespace Slipway.Gates;

/// <summary>When a gate was at work, by a monotonic clock of one process.</summary>
public sealed record GateTime(string Name, GateStage Stage, TimeSpan Start, TimeSpan End)
{
    public TimeSpan Duration => End - Start;
}
