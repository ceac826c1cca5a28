using System.Text.Json;
using Slipway.Base;
using Slipway.Cargo.Binaries;

namespace Slipway.Reporting.Data;

/// <summary>The content of <c>sizes.json</c>: of what the programs consist, and of what they did at the base.</summary>
public sealed record SizeData(int Version, IReadOnlyList<SizeOfProgram> Programs) : IReportData
{
    public const int CurrentVersion = 1;

    internal const string Name = "sizes";

    /// <param name="leg">Stands beside the name of each program.</param>
    public static string Write(SizeComparison sizes, string? leg = null) => JsonSerializer.Serialize(
        new SizeData(CurrentVersion, [.. sizes.After.Select(program => Of(program, sizes.BaseOf(program), leg))]),
        ReportDataJson.Default.SizeData) + "\n";

    private static SizeOfProgram Of(ProgramSize after, ProgramSize? before, string? leg)
    {
        var earlier = before?.Sections.ToDictionary(section => section.Name, section => section.Size, StringComparer.Ordinal) ?? [];
        return new SizeOfProgram(
            leg is null ? after.Title : $"{after.Title}, {leg}",
            after.Size,
            before?.Size,
            [
                .. after.Sections.Select(section => new SizeOfSection(
                    section.Name,
                    section.Size,
                    before is null ? null : earlier.GetValueOrDefault(section.Name))),
                .. earlier.Keys.Except(after.Sections.Select(section => section.Name)).Order(StringComparer.Ordinal)
                    .Select(name => new SizeOfSection(name, 0, earlier[name])),
            ]);
    }
}

/// <param name="Base">Null when the program is new.</param>
public sealed record SizeOfProgram(string Name, long Size, long? Base, IReadOnlyList<SizeOfSection> Sections);

/// <param name="Base">Null when the program is new.</param>
public sealed record SizeOfSection(string Name, long Size, long? Base = null);
