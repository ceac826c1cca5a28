using System.Text;

namespace Slipway.Secrets;

/// <summary>The text of files that are looked into.</summary>
internal static class ScannedText
{
    public const int LargestFile = 10 * 1024 * 1024;

    /// <summary>Null for what is binary, or too large; bytes that are no UTF-8 are passed over.</summary>
    public static async Task<string?> ReadAsync(FileInfo file, CancellationToken cancellationToken)
    {
        if (file.Length > LargestFile)
            return null;
        return Decode(await File.ReadAllBytesAsync(file.FullName, cancellationToken));
    }

    public static string? Decode(ReadOnlySpan<byte> bytes) => bytes switch
    {
        // Windows' tools write configuration so.
        [0xFF, 0xFE, .. var rest] => Encoding.Unicode.GetString(rest),
        [0xFE, 0xFF, .. var rest] => Encoding.BigEndianUnicode.GetString(rest),
        _ => bytes.Contains((byte)0) ? null : Encoding.UTF8.GetString(bytes),
    };
}
