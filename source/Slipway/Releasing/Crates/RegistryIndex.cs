using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization;
using Slipway.Http;

namespace Slipway.Releasing.Crates;

/// <summary>What a registry has, which is the only one that knows whether something was published.</summary>
/// <remarks>https://doc.rust-lang.org/cargo/reference/registry-index.html</remarks>
public sealed class RegistryIndex(CrateRegistry registry, HttpMessageHandler handler) : IDisposable
{
    private readonly HttpClient _client = Client(handler);

    /// <summary>A version; null when it is not there.</summary>
    /// <exception cref="SlipwayException">The registry cannot be asked.</exception>
    public async Task<IndexVersion?> FindAsync(string name, string version, CancellationToken cancellationToken) =>
        (await VersionsAsync(name, cancellationToken)).LastOrDefault(entry => entry.Version == version);

    /// <summary>All versions; none when the registry has no such crate.</summary>
    /// <exception cref="SlipwayException">The registry cannot be asked.</exception>
    public async Task<IReadOnlyList<IndexVersion>> VersionsAsync(string name, CancellationToken cancellationToken)
    {
        var text = await AskAsync(PathOf(name), async answer => await answer.Content.ReadAsStringAsync(cancellationToken), cancellationToken);
        try
        {
            return text is null ? [] : [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Read)];
        }
        catch (JsonException exception)
        {
            throw Failed($"what it says of {name} cannot be read", exception);
        }
    }

    /// <summary>What the published file says of its commit; null when it says nothing.</summary>
    /// <exception cref="SlipwayException">The registry cannot be asked.</exception>
    public async Task<CrateOrigin?> OriginAsync(IndexVersion entry, CancellationToken cancellationToken)
    {
        var template = await AskAsync("config.json", async answer => JsonSerializer.Deserialize(await answer.Content.ReadAsStringAsync(cancellationToken), IndexJson.Default.IndexConfig)?.Download, cancellationToken)
            ?? throw Failed("it does not say where crates are");
        return await AskAsync(
            Address(template, entry),
            async answer => await CrateOrigin.ReadAsync(await answer.Content.ReadAsStreamAsync(cancellationToken), cancellationToken),
            cancellationToken);
    }

    public void Dispose() => _client.Dispose();

    private static HttpClient Client(HttpMessageHandler handler)
    {
        var client = Sending.Client(handler);
        client.DefaultRequestHeaders.CacheControl = new CacheControlHeaderValue { NoCache = true };
        return client;
    }

    /// <summary>Where a crate stands in an index.</summary>
    internal static string PathOf(string name) => Prefix(name.ToLowerInvariant()) + "/" + name.ToLowerInvariant();

    /// <summary>Where a file is, by what the index says of all.</summary>
    internal static string Address(string template, IndexVersion entry) =>
        template.Contains('{', StringComparison.Ordinal)
            ? template.Replace("{crate}", entry.Name, StringComparison.Ordinal)
                .Replace("{version}", entry.Version, StringComparison.Ordinal)
                .Replace("{prefix}", Prefix(entry.Name), StringComparison.Ordinal)
                .Replace("{lowerprefix}", Prefix(entry.Name.ToLowerInvariant()), StringComparison.Ordinal)
                .Replace("{sha256-checksum}", entry.Checksum, StringComparison.Ordinal)
            : $"{template.TrimEnd('/')}/{entry.Name}/{entry.Version}/download";

    private static string Prefix(string name) => name.Length switch
    {
        1 => "1",
        2 => "2",
        3 => $"3/{name[0]}",
        _ => $"{name[..2]}/{name[2..4]}",
    };

    private static IndexVersion Read(string line)
    {
        var entry = JsonSerializer.Deserialize(line, IndexJson.Default.IndexLine) ?? throw new JsonException("A line is null.");
        return new IndexVersion(entry.Name, entry.Version, entry.Checksum.ToLowerInvariant(), entry.Yanked);
    }

    private async Task<T?> AskAsync<T>(string address, Func<HttpResponseMessage, Task<T?>> read, CancellationToken cancellationToken) where T : class
    {
        try
        {
            using var answer = await _client.GetAsync(new Uri(registry.Index, address), HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            // 410 and 451 mean the same to cargo.
            if (answer.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Gone or HttpStatusCode.UnavailableForLegalReasons)
                return null;
            return answer.IsSuccessStatusCode ? await read(answer) : throw Failed($"it answers {(int)answer.StatusCode}");
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException or JsonException || (exception is TaskCanceledException && !cancellationToken.IsCancellationRequested))
        {
            throw Failed("it cannot be reached", exception);
        }
    }

    private SlipwayException Failed(string why, Exception? cause = null) => new(
        ErrorKind.Environment,
        $"The index of {registry.Title} cannot be asked: {why}.",
        "Run the same again when the registry answers: it goes on where it was.",
        cause: cause);
}

internal sealed record IndexConfig([property: JsonPropertyName("dl"), JsonRequired] string Download);

internal sealed record IndexLine(
    [property: JsonRequired] string Name,
    [property: JsonPropertyName("vers"), JsonRequired] string Version,
    [property: JsonPropertyName("cksum"), JsonRequired] string Checksum,
    bool Yanked);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, RespectNullableAnnotations = true)]
[JsonSerializable(typeof(IndexConfig))]
[JsonSerializable(typeof(IndexLine))]
internal sealed partial class IndexJson : JsonSerializerContext;
