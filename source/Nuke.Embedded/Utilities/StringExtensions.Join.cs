using System.Text;

namespace Nuke.Common.Utilities;

public static partial class StringExtensions
{
    public static string Join(this IEnumerable<string?> values, string? separator) => string.Join(separator, values);

    public static string Join(this IEnumerable<string?> values, char separator) => string.Join(separator, values);

    public static string JoinSpace(this IEnumerable<string?> values) => values.Join(' ');

    public static string JoinComma(this IEnumerable<string?> values) => values.Join(',');

    public static string JoinCommaSpace(this IEnumerable<string?> values) => values.Join(", ");

    /// <summary>The values with commas between them, and "and" before the last.</summary>
    public static string JoinCommaAnd(this IEnumerable<string?> values) => JoinWithLast(values, "and");

    /// <summary>The values with commas between them, and "or" before the last.</summary>
    public static string JoinCommaOr(this IEnumerable<string?> values) => JoinWithLast(values, "or");

    public static string JoinSemicolon(this IEnumerable<string?> values) => values.Join(';');

    public static string JoinColon(this IEnumerable<string?> values) => values.Join(':');

    public static string JoinDot(this IEnumerable<string?> values) => values.Join('.');

    public static string JoinDash(this IEnumerable<string?> values) => values.Join('-');

    public static string JoinUnderscore(this IEnumerable<string?> values) => values.Join('_');

    public static string JoinPlus(this IEnumerable<string?> values) => values.Join('+');

    public static string JoinSlash(this IEnumerable<string?> values) => values.Join('/');

    public static string JoinVerticalBar(this IEnumerable<string?> values) => values.Join('|');

    /// <summary>The values as lines, with the line break of the given platform or of this one.</summary>
    public static string JoinNewLine(this IEnumerable<string?> values, PlatformFamily? platformFamily = null) =>
        values.Join(platformFamily switch
        {
            null => EnvironmentInfo.NewLine,
            PlatformFamily.Windows => "\r\n",
            _ => "\n",
        });

    /// <summary>The values as one word, each starting with a capital letter.</summary>
    public static string JoinCamelHumps(this IEnumerable<string> values) => string.Concat(values.Select(x => x.Capitalize()));

    private static string JoinWithLast(IEnumerable<string?> values, string conjunction)
    {
        var all = values.ToList();
        var text = new StringBuilder();
        for (var i = 0; i < all.Count; i++)
        {
            if (i > 0)
                text.Append(i < all.Count - 1 ? ", " : all.Count > 2 ? $", {conjunction} " : $" {conjunction} ");
            text.Append(all[i]);
        }

        return text.ToString();
    }
}
