using System.Collections.Immutable;

namespace Slipway.Workflows.Local.Expressions;

/// <summary>An expression, parsed.</summary>
internal abstract record ExpressionNode
{
    private ExpressionNode()
    {
    }

    public ImmutableArray<ExpressionNode> Children { get; private init; } = [];

    /// <summary>It and all that it is made of.</summary>
    public IEnumerable<ExpressionNode> All => Children.SelectMany(child => child.All).Prepend(this);

    public sealed record Literal(ExpressionValue Value) : ExpressionNode;

    public sealed record Context(string Name) : ExpressionNode;

    public sealed record Index : ExpressionNode
    {
        public Index(ExpressionNode target, ExpressionNode index) => Children = [target, index];

        public ExpressionNode Target => Children[0];

        public ExpressionNode At => Children[1];
    }

    public sealed record Wildcard : ExpressionNode
    {
        public Wildcard(ExpressionNode target) => Children = [target];

        public ExpressionNode Target => Children[0];
    }

    public sealed record Not : ExpressionNode
    {
        public Not(ExpressionNode operand) => Children = [operand];

        public ExpressionNode Operand => Children[0];
    }

    public sealed record Binary : ExpressionNode
    {
        public Binary(string symbol, ExpressionNode left, ExpressionNode right) => (Symbol, Children) = (symbol, [left, right]);

        public string Symbol { get; }

        public ExpressionNode Left => Children[0];

        public ExpressionNode Right => Children[1];
    }

    public sealed record Call : ExpressionNode
    {
        public Call(ExpressionFunction function, ImmutableArray<ExpressionNode> arguments) => (Function, Children) = (function, arguments);

        public ExpressionFunction Function { get; }
    }
}
