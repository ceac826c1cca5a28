using System.Text.Json.Serialization;
using Slipway.Base;

namespace Slipway.Coverage;

/// <summary>A stored measurement: what it was taken of, and the files.</summary>
internal sealed record TallyFile(int Version, MeasurementKey Key, IReadOnlyList<FileTally> Files)
{
    public const int CurrentVersion = 1;

    /// <summary>Whether it is whole: a file may be of another program, or cut off.</summary>
    public bool IsOf(MeasurementKey key) =>
        Version == CurrentVersion
        && Key == key
        && Files is not null
        && Files.All(file => file is { Path: not null, Covered: >= 0 } && file.Covered <= file.Total);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true, NewLine = "\n")]
[JsonSerializable(typeof(TallyFile))]
internal sealed partial class TallyJson : JsonSerializerContext;
