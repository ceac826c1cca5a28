using System.Text.Json;
using Slipway.Cargo.Binaries;

namespace Slipway.Base;

/// <summary>The sizes of programs among the measurements.</summary>
/// <param name="log">Is told why what is there is not used.</param>
internal sealed class SizeStore(IMeasurements measurements, Action<string>? log)
{
    private const string Kind = "binary-size";

    /// <summary>Null when there are none; what cannot be read counts as none.</summary>
    public async Task<IReadOnlyList<ProgramSize>?> ReadAsync(MeasurementKey key, CancellationToken cancellationToken = default)
    {
        if (await measurements.ReadAsync(Kind, key, cancellationToken) is not { } json)
            return null;
        try
        {
            if (JsonSerializer.Deserialize(json, StoredSizesJson.Default.StoredSizes) is { } stored && stored.IsWhole())
                return stored.Programs;
        }
        catch (JsonException)
        {
            // Told below, like what is well-formed and something else.
        }

        log?.Invoke($"The stored sizes of {key.Commit} cannot be read; the base is measured again.");
        return null;
    }

    public Task WriteAsync(MeasurementKey key, IReadOnlyList<ProgramSize> programs, CancellationToken cancellationToken = default) => measurements.WriteAsync(
        Kind,
        key,
        JsonSerializer.Serialize(new StoredSizes(StoredSizes.CurrentVersion, programs), StoredSizesJson.Default.StoredSizes),
        cancellationToken);
}
