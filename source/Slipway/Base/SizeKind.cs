using System.Text.Json.Serialization;
using Slipway.Cargo.Binaries;

namespace Slipway.Base;

/// <summary>The sizes of programs, as they are stored.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    IgnoreReadOnlyProperties = true)]
[JsonSerializable(typeof(StoredMeasurement<IReadOnlyList<ProgramSize>>), TypeInfoPropertyName = "Stored")]
internal sealed partial class SizeKind : JsonSerializerContext
{
    public static MeasurementKind<IReadOnlyList<ProgramSize>> Kind => new("binary-size", Default.Stored, IsWhole);

    private static bool IsWhole(IReadOnlyList<ProgramSize> programs) => programs.All(program =>
        program is { Name: not null, Size: > 0, Sections: not null }
        && program.Sections.All(section => section is { Name: not null, Size: > 0 }));
}
