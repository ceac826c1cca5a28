using System.Globalization;

namespace Slipway.Gates;

public enum ThresholdKind
{
    AtMost,
    AtLeast,
}

/// <summary>The limit that a figure must keep.</summary>
public sealed record Threshold(ThresholdKind Kind, double Value)
{
    public static Threshold AtMost(double value) => new(ThresholdKind.AtMost, value);

    public static Threshold AtLeast(double value) => new(ThresholdKind.AtLeast, value);

    public bool Allows(double value) => Kind == ThresholdKind.AtMost ? value <= Value : value >= Value;

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{(Kind == ThresholdKind.AtMost ? "≤" : "≥")} {Value:0.###}");
}
