namespace Slipway.Workflows.Local.Expressions;

/// <summary>GitHub's loose comparison: different types become numbers, texts are compared without regard to case.</summary>
internal static class ExpressionComparison
{
    public static bool AreEqual(ExpressionValue left, ExpressionValue right) => (left, right) switch
    {
        (ExpressionValue.Text x, ExpressionValue.Text y) => x.Value.Equals(y.Value, StringComparison.OrdinalIgnoreCase),
        // Lists and objects are only equal to themselves.
        (ExpressionValue.List, ExpressionValue.List) or (ExpressionValue.Map, ExpressionValue.Map) => ReferenceEquals(left, right),
        // Not double.Equals, which holds that NaN equals NaN.
        _ => left.AsNumber == right.AsNumber,
    };

    public static bool Holds(string relation, ExpressionValue left, ExpressionValue right)
    {
        if (left is ExpressionValue.Text x && right is ExpressionValue.Text y)
            return Holds(relation, string.Compare(x.Value, y.Value, StringComparison.OrdinalIgnoreCase), 0);
        return Holds(relation, left.AsNumber, right.AsNumber);
    }

    private static bool Holds(string relation, double left, double right) => relation switch
    {
        "<" => left < right,
        "<=" => left <= right,
        ">" => left > right,
        _ => left >= right,
    };
}
