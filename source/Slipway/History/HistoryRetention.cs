namespace Slipway.History;

/// <summary>How long a history is kept.</summary>
/// <param name="Measurements">Of commits; those of a base are taken again when they are needed.</param>
/// <param name="Runs">And the outcomes of their tests.</param>
public sealed record HistoryRetention(TimeSpan Measurements, TimeSpan Runs)
{
    /// <summary>90 days, and a year with a month to compare it with.</summary>
    public static HistoryRetention Default { get; } = new(TimeSpan.FromDays(90), TimeSpan.FromDays(400));
}
