using System.Globalization;

namespace Slipway.Gates;

internal static class NanosecondText
{
    private static readonly (double Size, string Unit)[] Units = [(1e9, "s"), (1e6, "ms"), (1e3, "µs"), (1, "ns")];

    /// <summary>The number in the largest unit that leaves something before the point.</summary>
    public static (double Value, string Unit) Split(double nanoseconds)
    {
        var (size, unit) = Array.Find(Units, unit => nanoseconds >= unit.Size) is { Unit: not null } found ? found : Units[^1];
        return (nanoseconds / size, unit);
    }

    /// <summary>"12.3 µs", with three digits.</summary>
    public static string Of(double nanoseconds)
    {
        var (value, unit) = Split(nanoseconds);
        var format = value >= 100 ? "0" : value >= 10 ? "0.0" : "0.00";
        return $"{value.ToString(format, CultureInfo.InvariantCulture)} {unit}";
    }
}
