namespace Slipway.History;

/// <summary>One run of a pipeline.</summary>
/// <param name="Commit">What was checked out; null outside of a repository.</param>
/// <param name="Branch">Null when none was.</param>
/// <param name="Verdict">Such as <c>pass</c>.</param>
/// <param name="Machine">The class of the machine that it ran on.</param>
public sealed record RunRecord(
    DateTimeOffset Started,
    TimeSpan Duration,
    string? Commit,
    string? Branch,
    string Verdict,
    string Machine,
    IReadOnlyList<TargetRecord> Targets)
{
    /// <summary>What its gates measured.</summary>
    public IReadOnlyList<FigureRecord> Figures { get; init; } = [];
}

/// <summary>What came of a target in a run.</summary>
/// <param name="Stage">Null for a target of no stage.</param>
/// <param name="Status">Such as <c>succeeded</c>.</param>
public sealed record TargetRecord(string Name, string? Stage, string Status, TimeSpan Duration);

/// <summary>What a gate measured, such as the size of a program.</summary>
/// <param name="Unit">As people read it, such as <c>MB</c>.</param>
public sealed record FigureRecord(string Gate, string Name, string Unit, double Value);
