using System.Text.Json;
using Slipway.Cargo.Testing;

namespace Slipway.Reporting.Data;

/// <summary>The content of <c>flaky.json</c>: the tests that failed in some run on code that they pass on.</summary>
public sealed record FlakyData(int Version, IReadOnlyList<FlakyRate> Tests) : IReportData
{
    public const int CurrentVersion = 1;

    internal const string Name = "flaky";

    public static string Write(IEnumerable<FlakyRate> rates) => JsonSerializer.Serialize(
        new FlakyData(CurrentVersion, [.. rates.Where(rate => rate.Failures > 0)]),
        ReportDataJson.Default.FlakyData) + "\n";

    /// <summary>The tests of several legs of a job's matrix, each once.</summary>
    internal static IReadOnlyList<FlakyRate> Join(IEnumerable<FlakyData> legs) =>
    [
        .. legs.SelectMany(data => data.Tests)
            .GroupBy(rate => rate with { Failures = 0, Runs = 0 })
            .Select(test => test.Key with { Failures = test.Sum(rate => rate.Failures), Runs = test.Sum(rate => rate.Runs) }),
    ];
}
