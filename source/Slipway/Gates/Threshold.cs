using System.Globalization;

namespace Slipway.Gates;

public enum ThresholdKind
{
    AtMost,
    AtLeast,
}

/// <summary>The limit that a figure must keep.</summary>
/// <param name="Origin">Where it is set, such as <c>--binary-size-growth</c>; null where it cannot be set.</param>
public sealed record Threshold(ThresholdKind Kind, double Value, string? Origin = null)
{
    public static Threshold AtMost(double value, string? origin = null) => new(ThresholdKind.AtMost, value, origin);

    public static Threshold AtLeast(double value, string? origin = null) => new(ThresholdKind.AtLeast, value, origin);

    public bool Allows(double value) => Kind == ThresholdKind.AtMost ? value <= Value : value >= Value;

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{(Kind == ThresholdKind.AtMost ? "≤" : "≥")} {Value:0.###}{(Origin is null ? "" : ", ")}{Origin}");
}
