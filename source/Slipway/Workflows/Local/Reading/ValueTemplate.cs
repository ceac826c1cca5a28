using System.Collections.Immutable;
using Slipway.Workflows.Local.Expressions;

namespace Slipway.Workflows.Local.Reading;

/// <summary>A value of the file that may hold expressions anywhere.</summary>
public abstract record ValueTemplate
{
    private ValueTemplate()
    {
    }

    public static Map Nothing { get; } = new([]);

    internal abstract IEnumerable<ExpressionNode> Nodes { get; }

    public abstract ExpressionValue Evaluate(ExpressionScope scope);

    public sealed record Scalar(Template Value) : ValueTemplate
    {
        internal override IEnumerable<ExpressionNode> Nodes => Value.Nodes;

        public override ExpressionValue Evaluate(ExpressionScope scope) => Value.Evaluate(scope);
    }

    public sealed record List(ImmutableArray<ValueTemplate> Items) : ValueTemplate
    {
        internal override IEnumerable<ExpressionNode> Nodes => Items.SelectMany(item => item.Nodes);

        public override ExpressionValue Evaluate(ExpressionScope scope) => ExpressionValue.Of(Items.Select(item => item.Evaluate(scope)));
    }

    public sealed record Map(ImmutableArray<KeyValuePair<string, ValueTemplate>> Entries) : ValueTemplate
    {
        internal override IEnumerable<ExpressionNode> Nodes => Entries.SelectMany(entry => entry.Value.Nodes);

        public override ExpressionValue Evaluate(ExpressionScope scope) =>
            ExpressionValue.Of(Entries.Select(entry => KeyValuePair.Create(entry.Key, entry.Value.Evaluate(scope))));
    }
}
