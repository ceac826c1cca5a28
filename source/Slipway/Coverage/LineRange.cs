using System.Globalization;

namespace Slipway.Coverage;

/// <summary>Lines that belong together; both ends count.</summary>
public readonly record struct LineRange(int First, int Last)
{
    /// <summary>The chosen of sorted lines as ranges; what lies between two chosen ones and is not in the list does not part them.</summary>
    public static IReadOnlyList<LineRange> Of(IEnumerable<int> lines, Func<int, bool> isChosen)
    {
        var ranges = new List<LineRange>();
        var open = false;
        foreach (var line in lines)
        {
            if (!isChosen(line))
                open = false;
            else if (open)
                ranges[^1] = ranges[^1] with { Last = line };
            else
            {
                ranges.Add(new LineRange(line, line));
                open = true;
            }
        }

        return ranges;
    }

    public override string ToString() => First == Last
        ? First.ToString(CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{First}-{Last}");
}
