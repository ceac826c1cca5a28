using Slipway.Coverage;

namespace Slipway.Tests.Coverage;

/// <summary>Coverage as it could have been measured.</summary>
internal static class Measured
{
    public static CoverageData Data(params FileCoverage[] files) => new("LLVM tools 22 (test)", HasRegions: true, files, []);

    /// <summary>A file whose lines are executed as often as is said, from the first; null is a line without code.</summary>
    public static FileCoverage File(string path, params long?[] counts) => new(
        path,
        counts.Select((count, index) => (Line: index + 1, Count: count)).Where(line => line.Count is not null).ToDictionary(line => line.Line, line => line.Count!.Value),
        new Dictionary<CodeSpan, long>(),
        new Dictionary<CodeSpan, long>());

    public static FileCoverage WithRegions(this FileCoverage file, params (int Line, int Column, long Count)[] regions) => new(
        file.Path,
        file.Lines,
        regions.ToDictionary(region => new CodeSpan(region.Line, region.Column, region.Line, region.Column + 4), region => region.Count),
        file.Functions);

    public static FileCoverage WithFunctions(this FileCoverage file, params (int Line, long Count)[] functions) => new(
        file.Path,
        file.Lines,
        file.Regions,
        functions.ToDictionary(function => new CodeSpan(function.Line, 1, function.Line, 1), function => function.Count));
}
