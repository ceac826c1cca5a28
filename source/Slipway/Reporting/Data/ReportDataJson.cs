using System.Text.Json.Serialization;

namespace Slipway.Reporting.Data;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    IgnoreReadOnlyProperties = true,
    RespectNullableAnnotations = true,
    WriteIndented = true,
    NewLine = "\n")]
[JsonSerializable(typeof(CoverageData))]
[JsonSerializable(typeof(BenchmarkData))]
[JsonSerializable(typeof(SizeData))]
internal sealed partial class ReportDataJson : JsonSerializerContext;
