using System.Text.Json;

namespace Slipway.Base;

/// <summary>Measurements of one kind, as earlier runs have left them.</summary>
/// <param name="log">Is told why what is there is not used.</param>
internal sealed class MeasurementStore<T>(IMeasurements measurements, MeasurementKind<T> kind, Action<string>? log)
    where T : class
{
    /// <summary>Null when there is none; what cannot be read counts as none.</summary>
    public async Task<T?> ReadAsync(MeasurementKey key, CancellationToken cancellationToken = default)
    {
        if (await measurements.ReadAsync(kind.Name, key, cancellationToken) is not { } json)
            return null;
        try
        {
            if (JsonSerializer.Deserialize(json, kind.Json) is { Version: StoredMeasurement.Version, Value: { } value } && kind.IsWhole(value))
                return value;
        }
        catch (JsonException)
        {
            // Told below, like what is well-formed and something else.
        }

        log?.Invoke($"What is stored of {key.Commit} as {kind.Name} cannot be read; the base is measured again.");
        return null;
    }

    public Task WriteAsync(MeasurementKey key, T value, CancellationToken cancellationToken = default) => measurements.WriteAsync(
        kind.Name,
        key,
        JsonSerializer.Serialize(new StoredMeasurement<T>(StoredMeasurement.Version, value), kind.Json),
        cancellationToken);
}
