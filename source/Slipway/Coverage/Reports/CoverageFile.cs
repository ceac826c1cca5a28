using System.Text.Json;
using System.Text.Json.Serialization;

namespace Slipway.Coverage.Reports;

/// <summary>The figures of each file, for reports and programs.</summary>
public static class CoverageFile
{
    private const int CurrentVersion = 1;

    public static string Write(CoverageData data) => JsonSerializer.Serialize(
        new CoverageJson(
            CurrentVersion,
            data.Provider,
            data.Lines,
            data.HasRegions ? data.Regions : null,
            data.HasRegions ? data.Functions : null,
            [.. data.Files.Select(file => Of(file, data.HasRegions))]),
        CoverageJsonContext.Default.CoverageJson) + "\n";

    private static CoverageJsonOfFile Of(FileCoverage file, bool hasRegions) => new(
        file.Path,
        file.LineTally,
        hasRegions ? file.RegionTally : null,
        hasRegions ? file.FunctionTally : null,
        [.. file.MissedLines.Select(range => range.ToString())]);
}

/// <param name="Regions">Null when the tool tells lines only, and so are functions.</param>
internal sealed record CoverageJson(
    int Version,
    string Provider,
    Tally Lines,
    Tally? Regions,
    Tally? Functions,
    IReadOnlyList<CoverageJsonOfFile> Files);

/// <param name="Missed">Ranges of lines, such as <c>3-5</c> or <c>7</c>.</param>
internal sealed record CoverageJsonOfFile(string Path, Tally Lines, Tally? Regions, Tally? Functions, IReadOnlyList<string> Missed);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    WriteIndented = true,
    NewLine = "\n")]
[JsonSerializable(typeof(CoverageJson))]
internal sealed partial class CoverageJsonContext : JsonSerializerContext;
