using System.Globalization;
using System.Text;

namespace Slipway.Workflows.Local.Expressions;

/// <summary>What the functions with more than a line do.</summary>
internal static class ExpressionFunctions
{
    public static ExpressionValue Test(IReadOnlyList<ExpressionValue> values, Func<string, string, bool> test) =>
        ExpressionValue.Of(values.All(value => value.IsPrimitive) && test(values[0].AsText, values[1].AsText));

    public static ExpressionValue Contains(ExpressionValue searched, ExpressionValue item) => ExpressionValue.Of(searched switch
    {
        ExpressionValue.List list => list.Items.Any(value => ExpressionComparison.AreEqual(value, item)),
        ExpressionValue.Map => false,
        _ => item.IsPrimitive && searched.AsText.Contains(item.AsText, StringComparison.OrdinalIgnoreCase),
    });

    public static ExpressionValue Join(IReadOnlyList<ExpressionValue> values)
    {
        var separator = values.Count == 2 && values[1].IsPrimitive ? values[1].AsText : ",";
        return ExpressionValue.Of(values[0] switch
        {
            ExpressionValue.List list => string.Join(separator, list.Items.Select(item => item.IsPrimitive ? item.AsText : "")),
            ExpressionValue.Map => "",
            var value => value.AsText,
        });
    }

    /// <summary>Conditions and values in turn, and what holds when no condition does.</summary>
    public static ExpressionValue Case(IReadOnlyList<ExpressionValue> values)
    {
        if (values.Count % 2 == 0)
            throw new ExpressionException("case takes conditions and values in turn, and one value more for when none holds.");
        for (var i = 0; i + 1 < values.Count; i += 2)
        {
            if (values[i].IsTrue)
                return values[i + 1];
        }

        return values[^1];
    }

    public static ExpressionValue Format(IReadOnlyList<ExpressionValue> values)
    {
        var (format, text) = (values[0].AsText, new StringBuilder());
        for (var at = 0; at < format.Length; at++)
        {
            if (format[at] is not ('{' or '}'))
            {
                text.Append(format[at]);
            }
            else if (at + 1 < format.Length && format[at + 1] == format[at])
            {
                text.Append(format[at++]);
            }
            else
            {
                var end = format.IndexOf('}', at);
                if (format[at] == '}' || end < 0 || !int.TryParse(format.AsSpan(at + 1, end - at - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var index))
                    throw new ExpressionException("The text of format has a brace that is neither doubled nor around a number.");
                if (index + 1 >= values.Count)
                    throw new ExpressionException($"The text of format names {{{index.ToString(CultureInfo.InvariantCulture)}}}, and there are not so many values.");
                text.Append(values[index + 1].AsText);
                at = end;
            }
        }

        return ExpressionValue.Of(text.ToString());
    }
}
