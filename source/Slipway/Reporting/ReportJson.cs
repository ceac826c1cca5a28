using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Slipway.Benchmarks;
using Slipway.Cargo.Testing;
using Slipway.Gates;

namespace Slipway.Reporting;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    IgnoreReadOnlyProperties = true,
    WriteIndented = true,
    NewLine = "\n",
    Converters =
    [
        typeof(SecondsConverter),
        typeof(LowerCase<GateVerdict>),
        typeof(LowerCase<GateStage>),
        typeof(LowerCase<FindingSeverity>),
        typeof(LowerCase<ThresholdKind>),
        typeof(LowerCase<TestOutcome>),
        typeof(LowerCase<TestGroupKind>),
        typeof(LowerCase<BenchmarkOutcome>),
    ])]
[JsonSerializable(typeof(GatesFile))]
[JsonSerializable(typeof(GateResult))]
[JsonSerializable(typeof(TestsFile))]
[JsonSerializable(typeof(BenchmarksFile))]
internal sealed partial class ReportJson : JsonSerializerContext
{
    // The files are read by people and programs, and never stand inside HTML as they are.
    public static ReportJson Readable => field ??=
        new(new JsonSerializerOptions(Default.GeneratedSerializerOptions!) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    // The files may have been written by other programs, or by half.
    public static StrictJson Strict => field ??= new(Default);
}

internal sealed class LowerCase<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.CamelCase, allowIntegerValues: false)
    where T : struct, Enum;
