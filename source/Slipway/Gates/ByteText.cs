using System.Globalization;

namespace Slipway.Gates;

internal static class ByteText
{
    /// <summary>"6.001 MB", "1.2 kB", "37 bytes"; a MB is a million bytes.</summary>
    public static string Of(long bytes) => bytes switch
    {
        >= 1_000_000 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1_000_000.0:0.###} MB"),
        >= 1_000 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1_000.0:0.#} kB"),
        1 => "1 byte",
        _ => string.Create(CultureInfo.InvariantCulture, $"{bytes} bytes"),
    };
}
