using System.Globalization;

namespace Slipway.Health;

/// <summary>Times as people say them.</summary>
internal static class Durations
{
    public static string Of(TimeSpan time) => time switch
    {
        { TotalMinutes: < 1 } => Text($"{time.TotalSeconds:0.#} s"),
        { TotalHours: < 1 } => Text($"{time.TotalMinutes:0.#} min"),
        { TotalDays: < 2 } => Text($"{time.TotalHours:0.#} h"),
        _ => Text($"{time.TotalDays:0.#} days"),
    };

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
