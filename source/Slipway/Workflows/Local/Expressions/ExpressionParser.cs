using System.Collections.Immutable;

namespace Slipway.Workflows.Local.Expressions;

/// <summary>From words to an expression; what binds strongest comes last.</summary>
internal sealed class ExpressionParser
{
    private static readonly string[][] Levels = [["||"], ["&&"], ["==", "!="], ["<", "<=", ">", ">="]];

    private static readonly string[] Contexts =
        ["env", "github", "inputs", "job", "jobs", "matrix", "needs", "runner", "secrets", "steps", "strategy", "vars"];

    // Nobody writes that, and the stack must hold it.
    private const int Deepest = 50;

    private readonly string _expression;
    private readonly IReadOnlyList<ExpressionToken> _tokens;
    private int _at;
    private int _depth;

    private ExpressionParser(string expression)
    {
        _expression = expression;
        _tokens = ExpressionLexer.Read(expression);
    }

    private ExpressionToken Next => _tokens[_at];

    public static ExpressionNode Parse(string expression)
    {
        var parser = new ExpressionParser(expression.Trim());
        var node = parser.ReadBinary(0);
        return parser.Next.Kind == ExpressionTokenKind.End ? node : throw parser.Unexpected("an operator or the end");
    }

    private ExpressionNode ReadBinary(int level)
    {
        if (level == Levels.Length)
            return ReadUnary();
        if (level == 0 && ++_depth > Deepest)
            throw TooDeep();
        var left = ReadBinary(level + 1);
        while (Next.Kind == ExpressionTokenKind.Symbol && Levels[level].Contains(Next.Text))
            left = new ExpressionNode.Binary(Take().Text, left, ReadBinary(level + 1));
        if (level == 0)
            _depth--;
        return left;
    }

    private ExpressionNode ReadUnary()
    {
        if (!Next.Is("!"))
            return ReadAccess(ReadPrimary());
        Take();
        if (++_depth > Deepest)
            throw TooDeep();
        var inner = ReadUnary();
        _depth--;
        return new ExpressionNode.Not(inner);
    }

    private ExpressionNode ReadAccess(ExpressionNode node)
    {
        while (true)
        {
            if (Next.Is("."))
            {
                Take();
                node = Next.Is("*") ? ReadWildcard(node)
                    : Next.Kind == ExpressionTokenKind.Name ? new ExpressionNode.Index(node, new ExpressionNode.Literal(ExpressionValue.Of(Take().Text)))
                    : throw Unexpected("a property");
            }
            else if (Next.Is("["))
            {
                Take();
                node = Next.Is("*") ? ReadWildcard(node) : new ExpressionNode.Index(node, ReadBinary(0));
                Expect("]");
            }
            else
            {
                return node;
            }
        }
    }

    private ExpressionNode.Wildcard ReadWildcard(ExpressionNode node)
    {
        Take();
        return new ExpressionNode.Wildcard(node);
    }

    private ExpressionNode ReadPrimary()
    {
        var token = Next;
        switch (token.Kind)
        {
            case ExpressionTokenKind.Number:
                Take();
                return new ExpressionNode.Literal(ExpressionValue.Of(Number(token.Text)));
            case ExpressionTokenKind.Text:
                Take();
                return new ExpressionNode.Literal(ExpressionValue.Of(token.Text));
            case ExpressionTokenKind.Name:
                Take();
                return Next.Is("(") ? ReadCall(token) : Name(token);
            default:
                if (!token.Is("("))
                    throw Unexpected("a value");
                Take();
                var inner = ReadBinary(0);
                Expect(")");
                return inner;
        }
    }

    private ExpressionNode.Call ReadCall(ExpressionToken name)
    {
        Take();
        var arguments = ImmutableArray.CreateBuilder<ExpressionNode>();
        while (!Next.Is(")"))
        {
            if (arguments.Count > 0)
                Expect(",");
            arguments.Add(ReadBinary(0));
        }

        Take();
        return new ExpressionNode.Call(ExpressionFunction.Find(name.Text, arguments.Count), arguments.ToImmutable());
    }

    private static ExpressionNode Name(ExpressionToken token) => token.Text switch
    {
        "true" => new ExpressionNode.Literal(ExpressionValue.Of(true)),
        "false" => new ExpressionNode.Literal(ExpressionValue.Of(false)),
        "null" => new ExpressionNode.Literal(ExpressionValue.Nothing),
        "NaN" => new ExpressionNode.Literal(ExpressionValue.Of(double.NaN)),
        "Infinity" => new ExpressionNode.Literal(ExpressionValue.Of(double.PositiveInfinity)),
        _ when Contexts.Contains(token.Text, StringComparer.OrdinalIgnoreCase) => new ExpressionNode.Context(token.Text),
        _ => throw new ExpressionException(
            $"There is no context {token.Text}; there are {string.Join(", ", Contexts)}. A text stands in single quotes."),
    };

    private static double Number(string text) => text switch
    {
        "-Infinity" => double.NegativeInfinity,
        "+Infinity" => double.PositiveInfinity,
        _ => ExpressionValue.ParseNumber(text),
    };

    private ExpressionToken Take() => _tokens[_at++];

    private void Expect(string symbol)
    {
        if (!Next.Is(symbol))
            throw Unexpected($"`{symbol}`");
        Take();
    }

    private ExpressionException TooDeep() =>
        new(FormattableString.Invariant($"The expression is nested more than {Deepest} deep at character {Next.Position}."));

    private ExpressionException Unexpected(string expected) =>
        new(FormattableString.Invariant($"There is {Next} at character {Next.Position} of `{_expression}`, where {expected} should be."));
}
