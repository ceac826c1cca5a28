namespace Nuke.Common.Utilities;

public static partial class StringExtensions
{
    /// <summary>The text between double quotes, those inside escaped.</summary>
    public static string DoubleQuote(this string? str) => Quote(str, '"');

    /// <summary>The text between double quotes if it contains a space, or one of the given characters.</summary>
    public static string DoubleQuoteIfNeeded(this string? str, params char?[] disallowed) =>
        NeedsQuotes(str, '"', disallowed) ? str.DoubleQuote() : str ?? string.Empty;

    /// <summary>The text between single quotes, those inside escaped.</summary>
    public static string SingleQuote(this string? str) => Quote(str, '\'');

    /// <summary>The text between single quotes if it contains a space, or one of the given characters.</summary>
    public static string SingleQuoteIfNeeded(this string? str, params char?[] disallowed) =>
        NeedsQuotes(str, '\'', disallowed) ? str.SingleQuote() : str ?? string.Empty;

    /// <summary>Whether the text stands between double quotes.</summary>
    public static bool IsDoubleQuoted(this string? str) => IsQuoted(str, '"');

    /// <summary>Whether the text stands between single quotes.</summary>
    public static bool IsSingleQuoted(this string? str) => IsQuoted(str, '\'');

    /// <summary>The text without the double quotes around it, if there are any.</summary>
    public static string TrimMatchingDoubleQuotes(this string str) => str.IsDoubleQuoted() ? str[1..^1] : str;

    /// <summary>The text without the quotes around it, if there are any.</summary>
    public static string TrimMatchingQuotes(this string str) =>
        str.IsDoubleQuoted() || str.IsSingleQuoted() ? str[1..^1] : str;

    private static string Quote(string? str, char quote) =>
        $"{quote}{str?.Replace($"{quote}", $"\\{quote}", StringComparison.Ordinal)}{quote}";

    private static bool IsQuoted(string? str, char quote) => str is { Length: >= 2 } && str[0] == quote && str[^1] == quote;

    private static bool NeedsQuotes(string? str, char quote, char?[] disallowed)
    {
        if (string.IsNullOrEmpty(str) || IsQuoted(str, quote))
            return false;
        return disallowed.Length == 0 ? str.Contains(' ', StringComparison.Ordinal) : str.Any(x => disallowed.Contains(x));
    }
}
