using System.Globalization;

namespace Slipway.Gates;

internal static class Counted
{
    /// <summary>"1 file", "2 files".</summary>
    public static string Of(int count, string what) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {what}{(count == 1 ? "" : "s")}");
}
