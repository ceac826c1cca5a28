using System.Globalization;

namespace Slipway;

/// <summary>A place in a file; line and column count from one.</summary>
public sealed record SourceLocation(string File, int? Line = null, int? Column = null)
{
    public override string ToString() => (Line, Column) switch
    {
        (null, _) => File,
        (int line, null) => string.Create(CultureInfo.InvariantCulture, $"{File}:{line}"),
        (int line, int column) => string.Create(CultureInfo.InvariantCulture, $"{File}:{line}:{column}"),
    };
}
