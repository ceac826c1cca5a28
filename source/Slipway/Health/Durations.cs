using static System.FormattableString;

namespace Slipway.Health;

/// <summary>Times as people say them.</summary>
internal static class Durations
{
    public static string Of(TimeSpan time) => time switch
    {
        { TotalMinutes: < 1 } => Invariant($"{time.TotalSeconds:0.#} s"),
        { TotalHours: < 1 } => Invariant($"{time.TotalMinutes:0.#} min"),
        { TotalDays: < 2 } => Invariant($"{time.TotalHours:0.#} h"),
        _ => Invariant($"{time.TotalDays:0.#} days"),
    };
}
