using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Slipway.Cargo.Testing;
using Slipway.Gates;
using Slipway.Reporting;

namespace Slipway.Proofs;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    IgnoreReadOnlyProperties = true,
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
[JsonSerializable(typeof(Proof))]
[JsonSerializable(typeof(ToolchainAnswers))]
[JsonSerializable(typeof(WorkspaceMemo))]
internal sealed partial class ProofJson : JsonSerializerContext
{
    public static ProofJson Readable => field ??=
        new(new JsonSerializerOptions(Default.GeneratedSerializerOptions!) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
