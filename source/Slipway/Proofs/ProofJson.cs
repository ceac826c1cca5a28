using System.Text.Json;
using System.Text.Json.Serialization;
using Slipway.Reporting;

namespace Slipway.Proofs;

[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(Proof))]
[JsonSerializable(typeof(ToolchainAnswers))]
[JsonSerializable(typeof(WorkspaceMemo))]
internal sealed partial class ProofJson : JsonSerializerContext
{
    /// <summary>Gates and suites look as they do in reports; nobody reads it line by line.</summary>
    public static ProofJson Readable => field ??=
        new(new JsonSerializerOptions(ReportJson.Readable.Options) { TypeInfoResolver = null, WriteIndented = false });
}
