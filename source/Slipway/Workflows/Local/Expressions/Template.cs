using System.Collections.Immutable;

namespace Slipway.Workflows.Local.Expressions;

/// <summary>A text in which expressions stand between <c>${{</c> and <c>}}</c>, or a value without any.</summary>
public sealed class Template
{
    private const string Opening = "${{";
    private const string Closing = "}}";

    private readonly ImmutableArray<ExpressionNode> _parts;
    private readonly SourceLocation? _location;

    private Template(ImmutableArray<ExpressionNode> parts, string source, SourceLocation? location) =>
        (_parts, Source, _location) = (parts, source, location);

    /// <summary>As it was written.</summary>
    public string Source { get; }

    internal IEnumerable<ExpressionNode> Nodes => _parts.SelectMany(part => part.All);

    public static Template Of(ExpressionValue value) => new([new ExpressionNode.Literal(value)], value.AsText, null);

    /// <exception cref="SlipwayException">An expression in it cannot be read.</exception>
    public static Template Parse(string text, SourceLocation? location = null)
    {
        try
        {
            return new Template([.. Split(text)], text, location);
        }
        catch (ExpressionException exception)
        {
            throw exception.At(location);
        }
    }

    /// <summary>Its value: of one expression alone the expression's, otherwise a text.</summary>
    public ExpressionValue Evaluate(ExpressionScope scope)
    {
        try
        {
            return _parts is [var only]
                ? ExpressionEvaluator.Evaluate(only, scope)
                : ExpressionValue.Of(string.Concat(_parts.Select(part => ExpressionEvaluator.Evaluate(part, scope).AsText)));
        }
        catch (ExpressionException exception)
        {
            throw exception.At(_location);
        }
    }

    public string Format(ExpressionScope scope) => Evaluate(scope).AsText;

    private static IEnumerable<ExpressionNode> Split(string text)
    {
        var at = 0;
        while (text.IndexOf(Opening, at, StringComparison.Ordinal) is var start and >= 0)
        {
            if (start > at)
                yield return new ExpressionNode.Literal(ExpressionValue.Of(text[at..start]));
            var end = FindEnd(text, start + Opening.Length);
            yield return ExpressionParser.Parse(text[(start + Opening.Length)..end]);
            at = end + Closing.Length;
        }

        if (at < text.Length || at == 0)
            yield return new ExpressionNode.Literal(ExpressionValue.Of(text[at..]));
    }

    private static int FindEnd(string text, int from)
    {
        var quoted = false;
        for (var at = from; at < text.Length; at++)
        {
            if (text[at] == '\'')
                quoted = !quoted;
            else if (!quoted && string.CompareOrdinal(text, at, Closing, 0, Closing.Length) == 0)
                return at;
        }

        throw new ExpressionException($"`{text[(from - Opening.Length)..].Trim()}` has no closing `}}}}`.");
    }
}
