using System.Globalization;

namespace Slipway.Gates;

/// <summary>Something that was measured or counted.</summary>
public sealed record Figure(string Name, double Value, string Unit, Threshold? Threshold = null)
{
    public bool IsAllowed() => Threshold?.Allows(Value) ?? true;

    /// <summary>The value with its unit, and the limit when it is not kept.</summary>
    public override string ToString()
    {
        var unit = Value == 1 && Unit.Length > 2 && Unit.EndsWith('s') ? Unit[..^1] : Unit;
        return WithLimit(string.Create(CultureInfo.InvariantCulture, $"{Value:0.###} {unit}"));
    }

    /// <summary>As part of another figure: "3 failed" of "40 tests".</summary>
    public string ToPart() => WithLimit(string.Create(CultureInfo.InvariantCulture, $"{Value:0.###} {Name}"));

    private string WithLimit(string text) => IsAllowed() ? text : $"{text} ({Threshold})";
}
