namespace Slipway.Workflows.Local.Expressions;

/// <summary>From an expression to its value.</summary>
internal static class ExpressionEvaluator
{
    public static ExpressionValue Evaluate(ExpressionNode node, ExpressionScope scope) => node switch
    {
        ExpressionNode.Literal literal => literal.Value,
        ExpressionNode.Context context => scope.Contexts.GetValueOrDefault(context.Name)
            ?? throw new ExpressionException($"The context {context.Name} cannot be used here."),
        ExpressionNode.Index index => At(Evaluate(index.Target, scope), Evaluate(index.At, scope)),
        ExpressionNode.Wildcard wildcard => Spread(Evaluate(wildcard.Target, scope)),
        ExpressionNode.Not not => ExpressionValue.Of(!Evaluate(not.Operand, scope).IsTrue),
        ExpressionNode.Binary binary => Evaluate(binary, scope),
        ExpressionNode.Call call => call.Function.Evaluate(scope, [.. call.Children.Select(argument => Evaluate(argument, scope))]),
        _ => throw new InvalidOperationException(node.GetType().Name),
    };

    private static ExpressionValue Evaluate(ExpressionNode.Binary binary, ExpressionScope scope)
    {
        var left = Evaluate(binary.Left, scope);
        return binary.Symbol switch
        {
            // These give an operand, and not a truth value.
            "&&" => left.IsTrue ? Evaluate(binary.Right, scope) : left,
            "||" => left.IsTrue ? left : Evaluate(binary.Right, scope),
            "==" => ExpressionValue.Of(ExpressionComparison.AreEqual(left, Evaluate(binary.Right, scope))),
            "!=" => ExpressionValue.Of(!ExpressionComparison.AreEqual(left, Evaluate(binary.Right, scope))),
            _ => ExpressionValue.Of(ExpressionComparison.Holds(binary.Symbol, left, Evaluate(binary.Right, scope))),
        };
    }

    private static ExpressionValue At(ExpressionValue target, ExpressionValue index) => target switch
    {
        ExpressionValue.List { IsFiltered: true } list => new ExpressionValue.List(
            [.. list.Items.Select(item => Find(item, index)).OfType<ExpressionValue>()],
            IsFiltered: true),
        _ => Find(target, index) ?? ExpressionValue.Nothing,
    };

    private static ExpressionValue? Find(ExpressionValue target, ExpressionValue index) => target switch
    {
        ExpressionValue.Map map when index.IsPrimitive && map.Has(index.AsText) => map[index.AsText],
        ExpressionValue.List list when index.AsNumber is >= 0 and < int.MaxValue => list.Items.ElementAtOrDefault((int)index.AsNumber),
        _ => null,
    };

    private static ExpressionValue.List Spread(ExpressionValue target) => new(
        target switch
        {
            ExpressionValue.List { IsFiltered: true } list => [.. list.Items.SelectMany(Items)],
            _ => [.. Items(target)],
        },
        IsFiltered: true);

    private static IEnumerable<ExpressionValue> Items(ExpressionValue value) => value switch
    {
        ExpressionValue.List list => list.Items,
        ExpressionValue.Map map => map.Entries.Select(entry => entry.Value),
        _ => [],
    };
}
