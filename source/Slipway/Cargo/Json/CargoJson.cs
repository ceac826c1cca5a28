using System.Text.Json.Serialization;

namespace Slipway.Cargo.Json;

// A place in a macro holds the place that calls it, and macros may call each other 128 times.
[JsonSourceGenerationOptions(MaxDepth = 512, PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(MetadataJson))]
[JsonSerializable(typeof(MessageJson))]
internal sealed partial class CargoJson : JsonSerializerContext;
