using System.Globalization;

namespace Slipway.Html;

internal static class TimeText
{
    /// <summary>"1.2 s", "35 ms", "4 min 5 s".</summary>
    public static string Of(TimeSpan time) => time.TotalSeconds switch
    {
        >= 60 => string.Create(CultureInfo.InvariantCulture, $"{Math.Floor(time.TotalMinutes)} min {time.Seconds} s"),
        >= 1 => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.0} s"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{time.TotalMilliseconds:0} ms"),
    };

    /// <summary>"1.23 µs" and the like, of nanoseconds.</summary>
    public static string OfNanoseconds(double time) => time switch
    {
        >= 1e9 => string.Create(CultureInfo.InvariantCulture, $"{time / 1e9:0.##} s"),
        >= 1e6 => string.Create(CultureInfo.InvariantCulture, $"{time / 1e6:0.##} ms"),
        >= 1e3 => string.Create(CultureInfo.InvariantCulture, $"{time / 1e3:0.##} µs"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{time:0.##} ns"),
    };
}
