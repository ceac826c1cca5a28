namespace Slipway.Gates;

/// <summary>All gates of a run, sorted by stage, name and leg.</summary>
public sealed record GateReport
{
    public GateReport(IEnumerable<GateResult> gates)
    {
        Gates = [.. gates.OrderBy(gate => gate.Stage).ThenBy(gate => gate.Name, StringComparer.Ordinal).ThenBy(gate => gate.Leg, StringComparer.Ordinal)];
    }

    public IReadOnlyList<GateResult> Gates { get; }

    public IEnumerable<GateResult> Failed => Gates.Where(gate => gate.Verdict == GateVerdict.Fail);

    /// <summary>Fails when one fails; is skipped when all are.</summary>
    public GateVerdict Verdict =>
        Failed.Any() ? GateVerdict.Fail
        : Gates.Any(gate => gate.Verdict == GateVerdict.Pass && gate.Stage != GateStage.Run) ? GateVerdict.Pass
        : GateVerdict.Skip;
}
