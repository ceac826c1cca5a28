using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Slipway.Manifest;

/// <summary>All that a release consists of: the content of <c>manifest.json</c>.</summary>
/// <param name="Name">Of the project, which is the package that the tag is about.</param>
/// <param name="Notes">Markdown.</param>
/// <param name="Assets">Sorted by name.</param>
/// <param name="Crates">In the order in which they are published.</param>
public sealed record ReleaseManifest(
    int Version,
    string Name,
    string ReleaseVersion,
    string Tag,
    string Commit,
    bool Prerelease,
    string Notes,
    IReadOnlyList<Asset> Assets,
    IReadOnlyList<ReleaseCrate> Crates)
{
    public const int CurrentVersion = 1;
    public const string FileName = "manifest.json";

    public string ToJson() => JsonSerializer.Serialize(this, ManifestJson.Readable.ReleaseManifest) + "\n";

    /// <summary>That of a release's folder; null when nothing is packed yet.</summary>
    /// <exception cref="SlipwayException">It is no manifest, or that of another version of this program.</exception>
    public static async Task<ReleaseManifest?> FindAsync(string folder, CancellationToken cancellationToken = default)
    {
        var path = Path.Combine(folder, FileName);
        return File.Exists(path) ? Read(await File.ReadAllTextAsync(path, cancellationToken), path) : null;
    }

    /// <summary>The same where there has to be one.</summary>
    /// <exception cref="SlipwayException">There is none, or it cannot be read.</exception>
    public static async Task<ReleaseManifest> GetAsync(string folder, CancellationToken cancellationToken = default) =>
        await FindAsync(folder, cancellationToken) ?? throw new SlipwayException(
            ErrorKind.Verdict,
            "There is no manifest: nothing is packed yet.",
            "Run Sign, which runs all that comes before.",
            new SourceLocation(Path.Combine(folder, FileName)));

    /// <param name="path">For errors.</param>
    /// <exception cref="SlipwayException">It is no manifest, or that of another version of this program.</exception>
    public static ReleaseManifest Read(string json, string path)
    {
        try
        {
            var manifest = ManifestJson.Strict.Read<ReleaseManifest>(json);
            return manifest.Version == CurrentVersion
                ? manifest
                : throw new JsonException($"it has version {manifest.Version}, and this program reads version {CurrentVersion}");
        }
        catch (JsonException exception)
        {
            throw new SlipwayException(
                ErrorKind.Configuration,
                $"The manifest of the release cannot be read: {exception.Message.TrimEnd('.')}.",
                "Run Checksum again, which writes it.",
                new SourceLocation(path, exception.LineNumber is { } line ? (int)line + 1 : null),
                exception);
        }
    }
}

/// <summary>A crate that goes to the registry.</summary>
/// <param name="Sha256">Of the <c>.crate</c> file; null when it is not packed yet.</param>
public sealed record ReleaseCrate(string Name, string Version, string? Sha256 = null);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    WriteIndented = true,
    NewLine = "\n",
    Converters = [typeof(JsonStringEnumConverter<AssetKind>)])]
[JsonSerializable(typeof(ReleaseManifest))]
internal sealed partial class ManifestJson : JsonSerializerContext
{
    public static ManifestJson Readable => field ??=
        new(new JsonSerializerOptions(Default.GeneratedSerializerOptions!) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    public static StrictJson Strict => field ??= new(Default);
}
