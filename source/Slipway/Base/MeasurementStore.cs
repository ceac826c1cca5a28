using System.Text.Json;
using Slipway.Cargo.Binaries;

namespace Slipway.Base;

/// <summary>What bases measured, one file for each key.</summary>
/// <param name="log">Is told why a file is not used.</param>
internal sealed class MeasurementStore(string folder, Action<string>? log)
{
    /// <summary>Null when there is none; a file that cannot be read counts as none.</summary>
    public async Task<IReadOnlyList<ProgramSize>?> ReadAsync(MeasurementKey key, CancellationToken cancellationToken = default)
    {
        var path = PathOf(key);
        if (!File.Exists(path))
            return null;
        try
        {
            var file = JsonSerializer.Deserialize(await File.ReadAllTextAsync(path, cancellationToken), MeasurementJson.Default.MeasurementFile);
            if (file?.IsOf(key) == true)
                return file.Programs;
            log?.Invoke($"{path} is not whole or of another program; the base is measured again.");
        }
        catch (Exception exception) when (exception is JsonException or IOException or UnauthorizedAccessException)
        {
            log?.Invoke($"{path} cannot be read ({exception.Message}); the base is measured again.");
        }

        return null;
    }

    public Task WriteAsync(MeasurementKey key, IReadOnlyList<ProgramSize> programs, CancellationToken cancellationToken = default)
    {
        var file = new MeasurementFile(MeasurementFile.CurrentVersion, key, programs);
        return AtomicFile.WriteTextAsync(PathOf(key), JsonSerializer.Serialize(file, MeasurementJson.Default.MeasurementFile) + "\n", cancellationToken);
    }

    private string PathOf(MeasurementKey key) => Path.Combine(folder, $"{key.Commit}-{key.Digest}.json");
}
