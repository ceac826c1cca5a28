using Slipway.Workflows.Local.Expressions;

namespace Slipway.Workflows.Local.Running;

/// <summary>One set of matrix values.</summary>
internal sealed record MatrixLeg(ExpressionValue.Map Values)
{
    public static MatrixLeg Only { get; } = new(ExpressionValue.Map.Empty);

    /// <summary>All values, as GitHub puts them behind the job's name.</summary>
    public string Description => string.Join(", ", Values.Entries.SelectMany(entry => Leaves(entry.Value)).Where(text => text.Length > 0));

    /// <summary>What tells it from the others: a value called <c>leg</c>, or all values.</summary>
    public string Label => Values.Has("leg") ? Values["leg"].AsText : Description;

    public bool IsCalled(string text) =>
        text == Label || text == Description || Values.Entries.Any(entry => entry.Value.IsPrimitive && entry.Value.AsText == text);

    private static IEnumerable<string> Leaves(ExpressionValue value) => value switch
    {
        ExpressionValue.Map map => map.Entries.SelectMany(entry => Leaves(entry.Value)),
        ExpressionValue.List list => list.Items.SelectMany(Leaves),
        _ => [value.AsText],
    };
}
