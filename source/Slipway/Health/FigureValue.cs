using System.Globalization;

namespace Slipway.Health;

/// <summary>Values of figures as people read them.</summary>
internal static class FigureValue
{
    public static string Of(double value, FigureUnit unit) => unit switch
    {
        FigureUnit.Share => string.Create(CultureInfo.InvariantCulture, $"{100 * value:0.##} %"),
        FigureUnit.PerWeek => string.Create(CultureInfo.InvariantCulture, $"{value:0.##} a week"),
        _ => Durations.Of(TimeSpan.FromSeconds(value)),
    };

    /// <summary>Empty for a figure that nobody is held to.</summary>
    public static string Target(Figure figure) => figure.Target is { } target ? $"{(figure.IsUpper ? "<" : "≥")} {Of(target, figure.Unit)}" : "";
}
