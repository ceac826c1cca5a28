using System.Text.Json.Serialization;
using Slipway.Cargo.Binaries;

namespace Slipway.Base;

/// <summary>A stored measurement: what it was taken of, and the programs.</summary>
internal sealed record MeasurementFile(int Version, MeasurementKey Key, IReadOnlyList<ProgramSize> Programs)
{
    public const int CurrentVersion = 1;

    /// <summary>Whether it is whole: a file may be of another program, or cut off.</summary>
    public bool IsOf(MeasurementKey key) =>
        Version == CurrentVersion
        && Key == key
        && Programs is not null
        && Programs.All(program => program is { Name: not null, Size: > 0, Sections: not null }
            && program.Sections.All(section => section is { Name: not null, Size: > 0 }));
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    IgnoreReadOnlyProperties = true,
    WriteIndented = true,
    NewLine = "\n")]
[JsonSerializable(typeof(MeasurementFile))]
internal sealed partial class MeasurementJson : JsonSerializerContext;
