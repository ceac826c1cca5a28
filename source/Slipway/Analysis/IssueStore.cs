using System.Text.Json;
using System.Text.Json.Serialization;
using Slipway.Base;

namespace Slipway.Analysis;

/// <summary>What was found in bases, one file for each key.</summary>
/// <param name="log">Is told why a file is not used.</param>
internal sealed class IssueStore(string folder, Action<string>? log)
{
    /// <summary>Null when there is none; a file that cannot be read counts as none.</summary>
    public async Task<IReadOnlyList<KnownIssue>?> ReadAsync(MeasurementKey key, CancellationToken cancellationToken)
    {
        var path = PathOf(key);
        if (!File.Exists(path))
            return null;
        try
        {
            var file = JsonSerializer.Deserialize(await File.ReadAllTextAsync(path, cancellationToken), IssueJson.Default.IssueFile);
            if (file?.IsOf(key) == true)
                return file.Issues;
            log?.Invoke($"{path} is not whole or of another program; the base is analyzed again.");
        }
        catch (Exception exception) when (exception is JsonException or IOException or UnauthorizedAccessException)
        {
            log?.Invoke($"{path} cannot be read ({exception.Message}); the base is analyzed again.");
        }

        return null;
    }

    public Task WriteAsync(MeasurementKey key, IReadOnlyList<KnownIssue> issues, CancellationToken cancellationToken) => AtomicFile.WriteTextAsync(
        PathOf(key),
        JsonSerializer.Serialize(new IssueFile(IssueFile.CurrentVersion, key, issues), IssueJson.Default.IssueFile) + "\n",
        cancellationToken);

    private string PathOf(MeasurementKey key) => Path.Combine(folder, $"{key.Commit}-{key.Digest}.json");
}

/// <summary>Stored issues, and what they were found in.</summary>
internal sealed record IssueFile(int Version, MeasurementKey Key, IReadOnlyList<KnownIssue> Issues)
{
    public const int CurrentVersion = 1;

    public bool IsOf(MeasurementKey key) =>
        Version == CurrentVersion
        && Key == key
        && Issues is not null
        && Issues.All(issue => issue is { Rule: not null, File: not null, LineHash: not null, Fingerprint: not null });
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    WriteIndented = true,
    NewLine = "\n")]
[JsonSerializable(typeof(IssueFile))]
internal sealed partial class IssueJson : JsonSerializerContext;
