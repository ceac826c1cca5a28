namespace Slipway.Workflows.Local.Expressions;

/// <summary>What stands behind an <c>if</c>.</summary>
public sealed class Condition
{
    private readonly ExpressionNode _node;
    private readonly SourceLocation? _location;

    private Condition(ExpressionNode node, SourceLocation? location) => (_node, _location) = (node, location);

    /// <summary>Of a job or step without an <c>if</c>: when all before went well.</summary>
    public static Condition Default { get; } = new(Succeeded, null);

    internal IEnumerable<ExpressionNode> Nodes => _node.All;

    private static ExpressionNode Succeeded => new ExpressionNode.Call(ExpressionFunction.Success, []);

    /// <exception cref="SlipwayException">It cannot be read.</exception>
    public static Condition Parse(string text, SourceLocation? location = null)
    {
        try
        {
            var expression = Unwrap(text.Trim());
            if (expression.Length == 0)
                return Default;
            var node = ExpressionParser.Parse(expression);
            var looksAtStatus = node.All.Any(part => part is ExpressionNode.Call { Function.IsStatus: true });
            return new Condition(looksAtStatus ? node : new ExpressionNode.Binary("&&", Succeeded, node), location);
        }
        catch (ExpressionException exception)
        {
            throw exception.At(location);
        }
    }

    public bool Holds(ExpressionScope scope)
    {
        try
        {
            return ExpressionEvaluator.Evaluate(_node, scope).IsTrue;
        }
        catch (ExpressionException exception)
        {
            throw exception.At(_location);
        }
    }

    private static string Unwrap(string text)
    {
        var inner = text.StartsWith("${{", StringComparison.Ordinal) && text.EndsWith("}}", StringComparison.Ordinal) ? text[3..^2].Trim() : text;
        return inner.Contains("${{", StringComparison.Ordinal)
            ? throw new ExpressionException($"`{text}` is a text for GitHub and so always true; put all of it between `${{{{` and `}}}}`.")
            : inner;
    }
}
