using System.Text.RegularExpressions;

namespace Slipway.Audit.Advisories;

internal static partial class WithoutCredentials
{
    /// <summary>The text with what stands before the host of each URL left out: it may be a password.</summary>
    public static string Of(string text) => UserInfo().Replace(text, "://");

    [GeneratedRegex(@"://[^/\s@]*@")]
    private static partial Regex UserInfo();
}
