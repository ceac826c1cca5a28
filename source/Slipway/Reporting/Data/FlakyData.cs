using System.Text.Json;
using Slipway.Cargo.Testing;

namespace Slipway.Reporting.Data;

/// <summary>The content of <c>flaky.json</c>: the tests that failed in some run on code that they pass on.</summary>
public sealed record FlakyData(int Version, IReadOnlyList<FlakyRate> Tests) : IReportData
{
    public const int CurrentVersion = 1;

    public static string Write(IEnumerable<FlakyRate> rates) => JsonSerializer.Serialize(
        new FlakyData(CurrentVersion, [.. rates.Where(rate => rate.Failures > 0)]),
        ReportDataJson.Default.FlakyData) + "\n";
}
