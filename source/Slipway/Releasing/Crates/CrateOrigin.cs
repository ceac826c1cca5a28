using System.Formats.Tar;
using System.IO.Compression;
using System.Text.Json;

namespace Slipway.Releasing.Crates;

/// <summary>What a <c>.crate</c> file says of the commit it was made of.</summary>
/// <param name="IsDirty">Whether files differed from the commit.</param>
/// <remarks>https://doc.rust-lang.org/cargo/commands/cargo-package.html: <c>.cargo_vcs_info.json</c>.</remarks>
public sealed record CrateOrigin(string Commit, bool IsDirty)
{
    private const string FileName = ".cargo_vcs_info.json";
    private const int MostBytes = 64 * 1024;

    /// <summary>Null when the file says nothing, or is no crate.</summary>
    public static async Task<CrateOrigin?> ReadAsync(Stream crate, CancellationToken cancellationToken)
    {
        try
        {
            await using var gzip = new GZipStream(crate, CompressionMode.Decompress);
            await using var tar = new TarReader(gzip);
            while (await tar.GetNextEntryAsync(cancellationToken: cancellationToken) is { } entry)
            {
                if (entry.DataStream is { Length: <= MostBytes } content && entry.Name.Split('/') is [_, FileName])
                    return await ParseAsync(content, cancellationToken);
            }
        }
        catch (Exception exception) when (exception is InvalidDataException or EndOfStreamException or JsonException)
        {
            // What cannot be read proves nothing.
        }

        return null;
    }

    private static async Task<CrateOrigin?> ParseAsync(Stream content, CancellationToken cancellationToken)
    {
        using var document = await JsonDocument.ParseAsync(content, cancellationToken: cancellationToken);
        return document.RootElement is { ValueKind: JsonValueKind.Object } root
            && root.TryGetProperty("git", out var git) && git.ValueKind == JsonValueKind.Object
            && git.TryGetProperty("sha1", out var commit) && commit.ValueKind == JsonValueKind.String
            ? new CrateOrigin(commit.GetString()!, git.TryGetProperty("dirty", out var dirty) && dirty.ValueKind == JsonValueKind.True)
            : null;
    }
}
