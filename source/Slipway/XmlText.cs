using System.Text;
using System.Text.RegularExpressions;
using System.Xml;

namespace Slipway;

internal static partial class XmlText
{
    /// <summary>Takes out terminal colours, and replaces what XML cannot hold even when escaped.</summary>
    public static string Clean(string text)
    {
        var plain = AnsiSequence().Replace(text, "");
        var clean = new StringBuilder(plain.Length);
        foreach (var rune in plain.EnumerateRunes())
            clean.Append(IsAllowed(rune) ? rune.ToString() : "\uFFFD");
        return clean.ToString();
    }

    private static bool IsAllowed(Rune rune) => !rune.IsBmp || XmlConvert.IsXmlChar((char)rune.Value);

    [GeneratedRegex(@"\u001b\[[0-9;?]*[ -/]*[@-~]")]
    private static partial Regex AnsiSequence();
}
