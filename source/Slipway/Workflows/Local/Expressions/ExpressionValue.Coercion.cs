using System.Globalization;

namespace Slipway.Workflows.Local.Expressions;

public abstract partial record ExpressionValue
{
    /// <summary>Whether a condition with this value holds.</summary>
    public bool IsTrue => this switch
    {
        Null => false,
        Logical logical => logical.Value,
        Number number => number.Value != 0 && !double.IsNaN(number.Value),
        Text text => text.Value.Length > 0,
        _ => true,
    };

    /// <summary>As it stands in a text.</summary>
    public string AsText => this switch
    {
        Null => "",
        Logical logical => logical.Value ? "true" : "false",
        Number number => Format(number.Value),
        Text text => text.Value,
        List => "Array",
        _ => "Object",
    };

    internal bool IsPrimitive => this is not (List or Map);

    internal double AsNumber => this switch
    {
        Null => 0,
        Logical logical => logical.Value ? 1 : 0,
        Number number => number.Value,
        Text text => ParseNumber(text.Value),
        _ => double.NaN,
    };

    /// <summary>A number as JavaScript reads it; NaN when it is none.</summary>
    internal static double ParseNumber(string text)
    {
        var trimmed = text.Trim();
        if (trimmed.Length == 0)
            return 0;
        if (double.TryParse(trimmed, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var number))
            return number;
        if (trimmed.StartsWith("0x", StringComparison.Ordinal)
            && int.TryParse(trimmed.AsSpan(2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var hex))
            return hex;
        return trimmed.StartsWith("0o", StringComparison.Ordinal) && trimmed.Length > 2 && trimmed.Skip(2).All(c => c is >= '0' and <= '7')
            ? trimmed.Skip(2).Aggregate(0.0, (value, c) => (value * 8) + (c - '0'))
            : double.NaN;
    }

    private static string Format(double number) => number switch
    {
        0 => "0", // Also the negative one.
        double.PositiveInfinity => "Infinity",
        double.NegativeInfinity => "-Infinity",
        _ => number.ToString("G15", CultureInfo.InvariantCulture),
    };
}
