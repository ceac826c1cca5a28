using System.Text.RegularExpressions;

namespace Nuke.Common.Utilities;

public static partial class StringExtensions
{
    /// <summary>The text without one occurrence of the other at its start.</summary>
    public static string TrimStart(this string str, string trim) =>
        trim.Length > 0 && str.StartsWith(trim, StringComparison.Ordinal) ? str[trim.Length..] : str;

    /// <summary>The text without one occurrence of the other at its end.</summary>
    public static string TrimEnd(this string str, string trim) =>
        trim.Length > 0 && str.EndsWith(trim, StringComparison.Ordinal) ? str[..^trim.Length] : str;

    /// <summary>The lines of the text, whichever line break ends them.</summary>
    public static string[] SplitLineBreaks(this string str) => str.Split(["\r\n", "\n", "\r"], StringSplitOptions.None);

    /// <summary>The words of the text.</summary>
    public static string[] SplitSpace(this string str) => str.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The words of a name in camel case; the given words are kept whole.</summary>
    public static IEnumerable<string> SplitCamelHumps(this string str, params string[] exclusions)
    {
        var start = 0;
        for (var i = 0; i < str.Length;)
        {
            var known = exclusions
                .Where(x => x.Length > 0 && string.CompareOrdinal(str, i, x, 0, x.Length) == 0)
                .MaxBy(x => x.Length);
            if (i > start && (known is not null || char.IsUpper(str[i])))
            {
                yield return str[start..i];
                start = i;
            }

            i += known?.Length ?? 1;
        }

        if (start < str.Length)
            yield return str[start..];
    }

    /// <summary>The words of a name in camel case, with a separator between them.</summary>
    public static string SplitCamelHumpsWithSeparator(this string str, string separator, params string[] exclusions) =>
        str.SplitCamelHumps(exclusions).Join(separator);

    /// <summary>The text with a capital letter at its start.</summary>
    public static string Capitalize(this string str) => str.Length == 0 ? str : char.ToUpperInvariant(str[0]) + str[1..];

    /// <summary>The text, cut and ended with an ellipsis if it is longer than the given number of characters.</summary>
    public static string Truncate(this string str, int maxChars) => str.Length <= maxChars ? str : str[..maxChars] + "…";

    /// <summary>The text with everything that matches the pattern replaced.</summary>
    public static string ReplaceRegex(
        this string str,
        string pattern,
        MatchEvaluator matchEvaluator,
        RegexOptions options = RegexOptions.None) =>
        Regex.Replace(str, pattern, matchEvaluator, options);
}
