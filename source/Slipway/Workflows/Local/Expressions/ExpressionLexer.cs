using System.Globalization;
using System.Text;

namespace Slipway.Workflows.Local.Expressions;

/// <summary>An expression's words.</summary>
internal static class ExpressionLexer
{
    private static readonly string[] Symbols = ["&&", "||", "==", "!=", "<=", ">=", "<", ">", "!", "(", ")", "[", "]", ".", ",", "*"];

    public static IReadOnlyList<ExpressionToken> Read(string expression)
    {
        var tokens = new List<ExpressionToken>();
        for (var at = 0; ;)
        {
            while (at < expression.Length && char.IsWhiteSpace(expression[at]))
                at++;
            if (at == expression.Length)
            {
                tokens.Add(new ExpressionToken(ExpressionTokenKind.End, "", at + 1));
                return tokens;
            }

            var (token, length) = ReadOne(expression, at, tokens);
            tokens.Add(token);
            at += length;
        }
    }

    private static (ExpressionToken Token, int Length) ReadOne(string expression, int at, List<ExpressionToken> before)
    {
        var c = expression[at];
        if (c == '\'')
            return ReadText(expression, at);
        if (char.IsAsciiLetter(c) || c == '_')
            return Take(ExpressionTokenKind.Name, expression, at, x => char.IsAsciiLetterOrDigit(x) || x is '_' or '-');
        // After a name a point is followed by a property; at the start of a value it begins a number.
        if (char.IsAsciiDigit(c) || c is '-' or '+' || (c == '.' && !EndsValue(before) && at + 1 < expression.Length && char.IsAsciiDigit(expression[at + 1])))
            return ReadNumber(expression, at);
        var symbol = Symbols.FirstOrDefault(symbol => expression.AsSpan(at).StartsWith(symbol, StringComparison.Ordinal));
        if (symbol != null)
            return (new ExpressionToken(ExpressionTokenKind.Symbol, symbol, at + 1), symbol.Length);
        throw new ExpressionException(c == '"'
            ? $"A text in an expression stands in single quotes; there is a double one at character {Place(at)} of `{expression}`."
            : $"`{c}` at character {Place(at)} of `{expression}` means nothing in an expression.");
    }

    private static bool EndsValue(List<ExpressionToken> before) =>
        before.Count > 0 && (before[^1].Kind == ExpressionTokenKind.Name || before[^1].Is(")") || before[^1].Is("]") || before[^1].Is("*"));

    private static (ExpressionToken Token, int Length) ReadNumber(string expression, int at)
    {
        var (token, length) = Take(ExpressionTokenKind.Number, expression, at, x => char.IsAsciiLetterOrDigit(x) || x is '.' or '-' or '+');
        return double.IsNaN(ExpressionValue.ParseNumber(token.Text)) && token.Text is not ("-Infinity" or "+Infinity")
            ? throw new ExpressionException($"`{token.Text}` at character {Place(at)} of `{expression}` is not a number.")
            : (token, length);
    }

    private static (ExpressionToken Token, int Length) ReadText(string expression, int at)
    {
        var text = new StringBuilder();
        for (var i = at + 1; i < expression.Length; i++)
        {
            if (expression[i] != '\'')
                text.Append(expression[i]);
            else if (i + 1 < expression.Length && expression[i + 1] == '\'')
                text.Append(expression[++i]);
            else
                return (new ExpressionToken(ExpressionTokenKind.Text, text.ToString(), at + 1), i + 1 - at);
        }

        throw new ExpressionException($"The text that begins at character {Place(at)} of `{expression}` has no closing quote.");
    }

    private static (ExpressionToken Token, int Length) Take(ExpressionTokenKind kind, string expression, int at, Func<char, bool> belongs)
    {
        var end = at + 1;
        while (end < expression.Length && belongs(expression[end]))
            end++;
        return (new ExpressionToken(kind, expression[at..end], at + 1), end - at);
    }

    private static string Place(int at) => (at + 1).ToString(CultureInfo.InvariantCulture);
}
