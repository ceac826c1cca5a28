using System.Text.Json.Serialization;

namespace Slipway.Rehearsal.Calls;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Call))]
internal sealed partial class CallJson : JsonSerializerContext;
