using System.Text.Json.Serialization.Metadata;

namespace Slipway.Base;

/// <summary>Something that is measured of bases.</summary>
/// <param name="Name">Such as <c>binary-size</c>.</param>
/// <param name="IsWhole">Whether nothing is missing in what was read: another version of this program may have written it.</param>
internal sealed record MeasurementKind<T>(string Name, JsonTypeInfo<StoredMeasurement<T>> Json, Func<T, bool> IsWhole)
    where T : class;

/// <summary>A measurement as it is stored.</summary>
internal sealed record StoredMeasurement<T>(int Version, T Value)
    where T : class;

internal static class StoredMeasurement
{
    public const int Version = 1;
}
