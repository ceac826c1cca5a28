using System.Text.Json;
using Slipway.Gates;

namespace Slipway.Reporting;

/// <summary>The content of <c>gates.json</c>.</summary>
/// <param name="Version">Grows when a reader has to know; additions do not count.</param>
public sealed record GatesFile(int Version, GateVerdict Verdict, IReadOnlyList<GateResult> Gates)
{
    public const int CurrentVersion = 1;

    public static string Write(GateReport report) => JsonSerializer.Serialize(
        new GatesFile(CurrentVersion, report.Verdict, report.Gates),
        ReportJson.Readable.GatesFile) + "\n";

    public static GateReport Read(string json)
    {
        var file = ReportJson.Strict.Read<GatesFile>(json);
        return file.Version == CurrentVersion
            ? new GateReport(file.Gates)
            : throw new SlipwayException(
                ErrorKind.Configuration,
                $"gates.json has version {file.Version}, and this program reads version {CurrentVersion}.",
                "Use the Slipway that wrote it, or run the pipeline again.");
    }
}
