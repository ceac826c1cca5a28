using System.Text.Json.Serialization;
using Slipway.Cargo.Binaries;

namespace Slipway.Base;

/// <summary>The sizes of programs as they are stored.</summary>
internal sealed record StoredSizes(int Version, IReadOnlyList<ProgramSize> Programs)
{
    public const int CurrentVersion = 1;

    /// <summary>Another version of this program may have written it.</summary>
    public bool IsWhole() =>
        Version == CurrentVersion
        && Programs is not null
        && Programs.All(program => program is { Name: not null, Size: > 0, Sections: not null }
            && program.Sections.All(section => section is { Name: not null, Size: > 0 }));
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    IgnoreReadOnlyProperties = true)]
[JsonSerializable(typeof(StoredSizes))]
internal sealed partial class StoredSizesJson : JsonSerializerContext;
