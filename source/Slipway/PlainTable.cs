namespace Slipway;

/// <summary>Cells below each other, as text whose characters have one width.</summary>
public static class PlainTable
{
    /// <summary>A line for each row; all rows have as many cells.</summary>
    public static IEnumerable<string> Lines(IReadOnlyList<string[]> rows)
    {
        var widths = rows[0].Select((_, column) => rows.Max(row => row[column].Length)).ToArray();
        return rows.Select(row => string.Join("  ", row.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd());
    }
}
