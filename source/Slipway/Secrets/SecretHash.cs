using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Slipway.Secrets;

/// <summary>What is shown and kept in place of a secret.</summary>
internal static class SecretHash
{
    private const int MostShown = 4;

    // Of what is short little is shown.
    private const int HiddenForEachShown = 4;

    /// <summary>The first characters and the length.</summary>
    public static string Redact(string secret)
    {
        var shown = string.Concat(secret.Take(Math.Min(MostShown, secret.Length / (HiddenForEachShown + 1))).Select(c => c is >= ' ' and <= '~' ? c : '?'));
        return string.Create(CultureInfo.InvariantCulture, $"{shown}… ({secret.Length} characters)");
    }

    /// <summary>Tells whether two secrets are the same, and not what they are; line ends do not count.</summary>
    public static string Fingerprint(string secret, byte[] salt) => Convert.ToHexStringLower(
        HMACSHA256.HashData(salt, Encoding.UTF8.GetBytes(secret.ReplaceLineEndings("\n").Trim())));
}
