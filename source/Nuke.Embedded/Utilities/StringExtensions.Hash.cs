using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace Nuke.Common.Utilities;

public static partial class StringExtensions
{
    /// <summary>The MD5 hash of the text, in hexadecimal: tells contents apart, proves nothing.</summary>
    [SuppressMessage("Security", "CA5351", Justification = "A name for contents, as in NUKE; nothing is secured by it")]
    public static string GetMD5Hash(this string str) => Convert.ToHexStringLower(MD5.HashData(Encoding.UTF8.GetBytes(str)));

    /// <summary>The SHA-256 hash of the text, in hexadecimal.</summary>
    public static string GetSHA256Hash(this string str) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(str)));
}
