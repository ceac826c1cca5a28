namespace Slipway.Coverage;

/// <summary>How often what is in a file was executed.</summary>
/// <param name="Path">Below the folder of the workspace, with slashes.</param>
/// <param name="Lines">Executable lines with their counts.</param>
/// <param name="Regions">Stretches of code that are executed as one; empty when the tool tells lines only.</param>
/// <param name="Functions">By where they stand, whatever types they are compiled for.</param>
public sealed record FileCoverage(
    string Path,
    IReadOnlyDictionary<int, long> Lines,
    IReadOnlyDictionary<CodeSpan, long> Regions,
    IReadOnlyDictionary<CodeSpan, long> Functions)
{
    public Tally LineTally { get; } = Tally.Of(Lines.Values, count => count);

    public Tally RegionTally { get; } = Tally.Of(Regions.Values, count => count);

    public Tally FunctionTally { get; } = Tally.Of(Functions.Values, count => count);

    public IReadOnlyList<LineRange> MissedLines { get; } = LineRange.Of(Lines.Keys.Order(), line => Lines[line] == 0);

    public IEnumerable<CodeSpan> MissedRegions => CodeSpan.InOrder(Regions.Keys.Where(region => Regions[region] == 0));

    public IEnumerable<CodeSpan> MissedFunctions => CodeSpan.InOrder(Functions.Keys.Where(function => Functions[function] == 0));
}
