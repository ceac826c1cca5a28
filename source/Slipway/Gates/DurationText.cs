using System.Globalization;

namespace Slipway.Gates;

/// <summary>Durations as people say them.</summary>
internal static class DurationText
{
    private const double WholeSecondsFrom = 10;

    public static string Of(TimeSpan duration)
    {
        if (duration.TotalSeconds < WholeSecondsFrom)
            return string.Create(CultureInfo.InvariantCulture, $"{duration.TotalSeconds:0.#} s");
        var (minutes, seconds) = Math.DivRem((long)Math.Round(duration.TotalSeconds), 60);
        return (minutes, seconds) switch
        {
            (0, _) => string.Create(CultureInfo.InvariantCulture, $"{seconds} s"),
            (_, 0) => string.Create(CultureInfo.InvariantCulture, $"{minutes} min"),
            _ => string.Create(CultureInfo.InvariantCulture, $"{minutes} min {seconds} s"),
        };
    }
}
