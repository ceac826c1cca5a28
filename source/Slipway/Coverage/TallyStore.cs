using System.Text.Json;
using Slipway.Base;

namespace Slipway.Coverage;

/// <summary>What bases measured, one file for each key.</summary>
/// <param name="log">Is told why a file is not used.</param>
internal sealed class TallyStore(string folder, Action<string>? log)
{
    /// <summary>Null when there is none; a file that cannot be read counts as none.</summary>
    public async Task<IReadOnlyList<FileTally>?> ReadAsync(MeasurementKey key, CancellationToken cancellationToken)
    {
        var path = PathOf(key);
        if (!File.Exists(path))
            return null;
        try
        {
            var file = JsonSerializer.Deserialize(await File.ReadAllTextAsync(path, cancellationToken), TallyJson.Default.TallyFile);
            if (file?.IsOf(key) == true)
                return file.Files;
            log?.Invoke($"{path} is not whole or of another program; the base is measured again.");
        }
        catch (Exception exception) when (exception is JsonException or IOException or UnauthorizedAccessException)
        {
            log?.Invoke($"{path} cannot be read ({exception.Message}); the base is measured again.");
        }

        return null;
    }

    public Task WriteAsync(MeasurementKey key, IReadOnlyList<FileTally> files, CancellationToken cancellationToken)
    {
        var file = new TallyFile(TallyFile.CurrentVersion, key, files);
        return AtomicFile.WriteTextAsync(PathOf(key), JsonSerializer.Serialize(file, TallyJson.Default.TallyFile) + "\n", cancellationToken);
    }

    private string PathOf(MeasurementKey key) => Path.Combine(folder, $"{key.Commit}-{key.Digest}.json");
}
