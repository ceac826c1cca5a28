using System.Text;
using Nuke.Common.Utilities;

namespace Nuke.Common.Tooling;

/// <summary>Arguments in one text, as they are written on a command line without a shell.</summary>
internal static class ArgumentText
{
    public static string QuoteIfNeeded(string value)
        => value.Any(char.IsWhiteSpace) && !value.IsDoubleQuoted() ? Quote(value) : value;

    /// <summary>The list as a text that <see cref="Split"/> takes apart again.</summary>
    public static string Join(IEnumerable<string> arguments)
        => string.Join(' ', arguments.Select(x => x.Length == 0 || x.Any(c => char.IsWhiteSpace(c) || c == '"') ? Quote(x) : x));

    /// <summary>
    /// The arguments in the text, by the rules of the Microsoft C runtime, which are those of
    /// <c>ProcessStartInfo.Arguments</c>: quotes group, a backslash only means something before a quote.
    /// </summary>
    public static IReadOnlyList<string> Split(string text)
    {
        var arguments = new List<string>();
        var current = new StringBuilder();
        var isQuoted = false;
        var isStarted = false;
        for (var i = 0; i < text.Length; i++)
        {
            var backslashes = CountBackslashes(text, i);
            i += backslashes;
            var isBeforeQuote = i < text.Length && text[i] == '"';
            current.Append('\\', isBeforeQuote ? backslashes / 2 : backslashes);
            isStarted |= backslashes > 0;
            if (i == text.Length)
                break;

            if (isBeforeQuote && backslashes % 2 == 0)
            {
                isStarted = true;
                // Inside quotes, two of them are one that is meant.
                if (isQuoted && i + 1 < text.Length && text[i + 1] == '"')
                    current.Append(text[i++]);
                else
                    isQuoted = !isQuoted;
            }
            else if (text[i] is ' ' or '\t' or '\n' or '\r' && !isQuoted)
            {
                if (isStarted)
                    arguments.Add(current.ToString());
                current.Clear();
                isStarted = false;
            }
            else
            {
                current.Append(text[i]);
                isStarted = true;
            }
        }

        if (isStarted)
            arguments.Add(current.ToString());
        return arguments;
    }

    private static int CountBackslashes(string text, int start)
    {
        var count = 0;
        while (start + count < text.Length && text[start + count] == '\\')
            count++;
        return count;
    }

    private static string Quote(string value)
    {
        var quoted = new StringBuilder("\"");
        for (var i = 0; i < value.Length; i++)
        {
            var backslashes = CountBackslashes(value, i);
            i += backslashes;
            var isBeforeQuote = i == value.Length || value[i] == '"';
            quoted.Append('\\', isBeforeQuote ? backslashes * 2 : backslashes);
            if (i == value.Length)
                break;
            if (value[i] == '"')
                quoted.Append('\\');
            quoted.Append(value[i]);
        }

        return quoted.Append('"').ToString();
    }
}
