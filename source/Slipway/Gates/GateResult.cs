using System.Globalization;

namespace Slipway.Gates;

/// <summary>What a gate says, and why.</summary>
/// <param name="Reason">Why it was skipped, or what failed in one line.</param>
/// <param name="Leg">The leg of a job's matrix that it was judged on.</param>
/// <param name="Job">The job of a workflow that it was judged in.</param>
/// <param name="Recorded">When it was judged, when that was in an earlier run with the same inputs.</param>
public sealed record GateResult(
    string Name,
    GateStage Stage,
    GateVerdict Verdict,
    string? Reason,
    IReadOnlyList<Figure> Figures,
    IReadOnlyList<Finding> Findings,
    TimeSpan Duration,
    string? Leg = null,
    string? Job = null,
    DateTimeOffset? Recorded = null)
{
    /// <summary>The name that tells it from the same gate on other legs.</summary>
    public string Title => Leg is null ? Name : $"{Name} ({Leg})";

    /// <summary>Where the result is from, when it is not of this run.</summary>
    public string? Provenance => Recorded is { } at
        ? string.Create(CultureInfo.InvariantCulture, $"from the record of {at.UtcDateTime:yyyy-MM-dd HH:mm} UTC, same inputs")
        : null;

    public static GateResult Skipped(string name, GateStage stage, string reason) =>
        new(name, stage, GateVerdict.Skip, reason, [], [], TimeSpan.Zero);

    /// <summary>Fails when a reason is given, and passes otherwise.</summary>
    internal static GateResult Judged(
        string name,
        GateStage stage,
        string? failure,
        IReadOnlyList<Figure> figures,
        IReadOnlyList<Finding> findings,
        TimeSpan duration) =>
        new(name, stage, failure is null ? GateVerdict.Pass : GateVerdict.Fail, failure, figures, findings, duration);
}
