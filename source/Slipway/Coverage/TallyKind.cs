using System.Text.Json.Serialization;
using Slipway.Base;

namespace Slipway.Coverage;

/// <summary>How much of the files is executed, as it is stored.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(StoredMeasurement<IReadOnlyList<FileTally>>), TypeInfoPropertyName = "Stored")]
internal sealed partial class TallyKind : JsonSerializerContext
{
    public static MeasurementKind<IReadOnlyList<FileTally>> Kind => new("coverage", Default.Stored, IsWhole);

    private static bool IsWhole(IReadOnlyList<FileTally> files) =>
        files.All(file => file is { Path: not null, Covered: >= 0 } && file.Covered <= file.Total);
}
