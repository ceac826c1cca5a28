using System.Globalization;

namespace Slipway.Workflows.Local.Expressions;

/// <summary>A function of the language; its arguments are evaluated before it is.</summary>
internal sealed record ExpressionFunction(
    string Name,
    int Fewest,
    int Most,
    Func<ExpressionScope, IReadOnlyList<ExpressionValue>, ExpressionValue> Evaluate)
{
    /// <summary>Whether it looks at how things went: a condition without one only holds when all went well.</summary>
    public bool IsStatus { get; private init; }

    private static readonly ExpressionFunction[] All =
    [
        new("case", 3, int.MaxValue, (_, x) => ExpressionFunctions.Case(x)),
        new("contains", 2, 2, (_, x) => ExpressionFunctions.Contains(x[0], x[1])),
        new("endsWith", 2, 2, (_, x) => ExpressionFunctions.Test(x, static (text, end) => text.EndsWith(end, StringComparison.OrdinalIgnoreCase))),
        new("format", 1, int.MaxValue, (_, x) => ExpressionFunctions.Format(x)),
        new("fromJSON", 1, 1, (_, x) => ExpressionJson.Read(x[0].AsText)),
        new("hashFiles", 1, int.MaxValue, (scope, x) => ExpressionValue.Of(scope.Hash([.. x.Select(value => value.AsText)]))),
        new("join", 1, 2, (_, x) => ExpressionFunctions.Join(x)),
        new("startsWith", 2, 2, (_, x) => ExpressionFunctions.Test(x, static (text, start) => text.StartsWith(start, StringComparison.OrdinalIgnoreCase))),
        new("toJSON", 1, 1, (_, x) => ExpressionValue.Of(ExpressionJson.Write(x[0]))),
        Status("always", _ => true),
        Status("cancelled", status => status.IsCancelled),
        Status("failure", status => status is { HasFailed: true, IsCancelled: false }),
        Status("success", status => status is { HasFailed: false, IsCancelled: false, WasKeptBack: false }),
    ];

    public static ExpressionFunction Success => All[^1];

    /// <exception cref="ExpressionException">There is none, or not with that many arguments.</exception>
    public static ExpressionFunction Find(string name, int arguments)
    {
        var function = All.FirstOrDefault(function => function.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
            ?? throw new ExpressionException($"There is no function {name}; there are {string.Join(", ", All.Select(function => function.Name))}.");
        if (arguments >= function.Fewest && arguments <= function.Most)
            return function;
        var expected = function.Most == int.MaxValue ? $"{Text(function.Fewest)} or more"
            : function.Fewest == function.Most ? Text(function.Fewest)
            : $"{Text(function.Fewest)} to {Text(function.Most)}";
        throw new ExpressionException($"{function.Name} takes {expected} arguments, and is given {Text(arguments)}.");
    }

    private static ExpressionFunction Status(string name, Func<ExpressionStatus, bool> holds) => new(name, 0, 0, (scope, _) =>
        ExpressionValue.Of(holds(scope.Status ?? throw new ExpressionException($"{name}() can only stand in an `if`."))))
    {
        IsStatus = true,
    };

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
