using System.Text.Json.Serialization;

namespace Slipway.Cargo.Json;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(MetadataJson))]
[JsonSerializable(typeof(MessageJson))]
internal sealed partial class CargoJson : JsonSerializerContext;
