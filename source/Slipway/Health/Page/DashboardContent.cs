using Slipway.History;

namespace Slipway.Health.Page;

/// <summary>What the dashboard shows.</summary>
/// <param name="Division">The stretches that trends are shown in.</param>
/// <param name="Deployments">Those of the window, the oldest first.</param>
/// <param name="Measured">What gates measured, in the runs of the default branch on this machine.</param>
public sealed record DashboardContent(
    HealthReport Report,
    HealthFacts Facts,
    Division Division,
    IReadOnlyList<DeploymentFact> Deployments,
    IReadOnlyList<FigureTrend> Measured)
{
    // More columns than these are thinner than a phone shows.
    private const int MostDays = 45;
    private const int DaysOfWeek = 7;

    /// <summary>Reads it.</summary>
    /// <inheritdoc cref="HealthMetrics.MeasureAsync"/>
    /// <param name="gates">Whose measurements are shown.</param>
    public static async Task<DashboardContent> ReadAsync(
        HistoryDatabase history, DateTimeOffset now, TimeSpan length, string branch, HealthTargets targets, IReadOnlyCollection<string> gates, CancellationToken cancellationToken)
    {
        var step = length.TotalDays <= MostDays ? 1 : DaysOfWeek;
        var division = new Division(Math.Max(1, (int)Math.Ceiling(length.TotalDays / step)), TimeSpan.FromDays(step));
        // The last stretch is a whole one, and ends now.
        var whole = division.Step * division.Count;
        var (report, facts, deployments) = await HealthMetrics.ReadAsync(history, now, whole, branch, targets, division, cancellationToken);
        var measured = await history.ReadFiguresAsync(branch, report.From, now, cancellationToken);
        return new DashboardContent(report, facts, division, [.. deployments.Where(x => x.Created >= report.From)], [.. measured.Where(x => gates.Contains(x.Gate))]);
    }

    /// <summary>The first day of a stretch.</summary>
    public DateTimeOffset StartOf(int stretch) => Report.From + Division.Step * stretch;

    /// <summary>The stretch that a moment of the window is in.</summary>
    public int StretchOf(DateTimeOffset moment) => Math.Clamp((int)((moment - Report.From) / Division.Step), 0, Division.Count - 1);
}
