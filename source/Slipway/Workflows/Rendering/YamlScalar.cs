using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Slipway.Workflows;

/// <summary>Text as a YAML scalar, quoted exactly when a reader of YAML 1.1 or 1.2 would take it for something else.</summary>
internal static partial class YamlScalar
{
    private const string Indicators = "-?:,[]{}#&*!|>'\"%@`";

    /// <param name="inFlow">Whether it stands between brackets, where commas and brackets mean something.</param>
    public static string Of(string text, bool inFlow = false) =>
        HasControl(text) ? DoubleQuoted(text)
        : IsPlain(text) && !(inFlow && HasAny(text, ",[]{}")) ? text
        : $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    private static bool IsPlain(string text) =>
        text.Length > 0
        && !char.IsWhiteSpace(text[0])
        && !char.IsWhiteSpace(text[^1])
        && !Indicators.Contains(text[0], StringComparison.Ordinal)
        && !text.Contains(": ", StringComparison.Ordinal)
        && !text.Contains(" #", StringComparison.Ordinal)
        && text[^1] != ':'
        && (IsOrdinaryWord(text) || !MeansSomethingElse().IsMatch(text));

    // Most text is, and the pattern takes its time: no word that means something is longer than "false".
    private static bool IsOrdinaryWord(string text) => char.IsAsciiLetter(text[0]) && text.Length > 5;

    // Loops where the framework's searches would be compiled at run time, for the processor.
    private static bool HasControl(string text)
    {
        foreach (var c in text)
        {
            if (char.IsControl(c))
                return true;
        }

        return false;
    }

    private static bool HasAny(string text, string characters)
    {
        foreach (var c in text)
        {
            if (characters.Contains(c, StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    private static string DoubleQuoted(string text)
    {
        var result = new StringBuilder("\"");
        foreach (var c in text)
        {
            _ = c switch
            {
                '"' or '\\' => result.Append('\\').Append(c),
                '\n' => result.Append("\\n"),
                '\t' => result.Append("\\t"),
                _ when char.IsControl(c) => result.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:X4}"),
                _ => result.Append(c),
            };
        }

        return result.Append('"').ToString();
    }

    // Null, truth values, numbers of all kinds, and dates. Source: yaml.org/type for 1.1, the core schema for 1.2.
    [GeneratedRegex(
        """
        ^(?:
            ~ | null | true | false | yes | no | on | off | y | n | <<
            | [-+]?(?:\d[\d_]*|0b[01_]+|0o[0-7_]+|0x[\da-f_]+)
            | [-+]?(?:\d[\d_]*)?\.?[\d_]+(?:e[-+]?\d+)?
            | [-+]?\d[\d_]*\.(?:e[-+]?\d+)?
            | [-+]?\d[\d_]*(?::[0-5]?\d)+(?:\.[\d_]*)?
            | [-+]?\.inf | \.nan | =
            | \d{4}-\d{1,2}-\d{1,2}(?:[Tt\s].*)?
        )$
        """,
        RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant)]
    private static partial Regex MeansSomethingElse();
}
