using Slipway.History;

namespace Slipway.Health;

/// <summary>How healthy a pipeline is.</summary>
/// <param name="Source">Whose runs: <c>github:owner/name</c>, or null for those of this machine.</param>
/// <param name="Runs">How many there were, on all branches.</param>
/// <param name="Future">What begins later than now, which clocks that are wrong have made, and which is left out.</param>
/// <param name="Stages">Of runs of this machine.</param>
/// <param name="Parts">Jobs and targets, those that failed most often first.</param>
/// <param name="Slowest">Jobs and targets, those that take longest first.</param>
/// <param name="Tests">Flaky ones, the worst first.</param>
public sealed record HealthReport(
    DateTimeOffset From,
    DateTimeOffset To,
    string? Source,
    string Branch,
    int Runs,
    FutureFacts Future,
    IReadOnlyList<Figure> Figures,
    IReadOnlyList<StageFact> Stages,
    IReadOnlyList<PartFact> Parts,
    IReadOnlyList<PartFact> Slowest,
    IReadOnlyList<TestFact> Tests)
{
    /// <summary>For programs.</summary>
    public string ToJson() => HealthJson.Write(this);

    /// <summary>Those that a team is held to, and that are not as they should be.</summary>
    public IEnumerable<Figure> Missed => Figures.Where(figure => figure.Verdict == FigureVerdict.Missed);
}
