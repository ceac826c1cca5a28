using System.Text.Json.Serialization;

namespace Slipway.Reporting.Data;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    IgnoreReadOnlyProperties = true,
    WriteIndented = true,
    NewLine = "\n")]
[JsonSerializable(typeof(CoverageData))]
[JsonSerializable(typeof(BenchmarkData))]
[JsonSerializable(typeof(SizeData))]
[JsonSerializable(typeof(FlakyData))]
internal sealed partial class ReportDataJson : JsonSerializerContext
{
    public static StrictJson Strict => field ??= new(Default);
}
