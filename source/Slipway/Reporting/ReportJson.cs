using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
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
    ])]
[JsonSerializable(typeof(GatesFile))]
[JsonSerializable(typeof(GateResult))]
[JsonSerializable(typeof(TestsFile))]
internal sealed partial class ReportJson : JsonSerializerContext
{
    // The files are read by people and programs, and never stand inside HTML as they are.
    public static ReportJson Readable => field ??=
        new(new JsonSerializerOptions(Default.GeneratedSerializerOptions!) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}

internal sealed class LowerCase<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.CamelCase, allowIntegerValues: false)
    where T : struct, Enum;
