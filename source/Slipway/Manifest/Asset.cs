using System.Security.Cryptography;

namespace Slipway.Manifest;

/// <summary>A file of a release, with the digest that it had when it was made: whatever changes bytes makes another asset.</summary>
/// <param name="Target">The triple that it is for; null is all.</param>
/// <param name="Size">In bytes.</param>
/// <param name="Sha256">64 hexadecimal digits, in lower case.</param>
public sealed record Asset(string Name, AssetKind Kind, string? Target, long Size, string Sha256)
{
    // What computes digests asks for little at a time.
    private const int BufferSize = 131_072;

    /// <summary>The file as it is now.</summary>
    /// <exception cref="SlipwayException">It has a name that GitHub would change.</exception>
    public static async Task<Asset> OfAsync(string path, AssetKind kind, string? target, CancellationToken cancellationToken = default)
    {
        var (size, digest) = await DigestAsync(path, cancellationToken);
        return new Asset(AssetName.Checked(Path.GetFileName(path)), kind, target, size, digest);
    }

    /// <summary>This, when the file in a folder still is what it was.</summary>
    /// <exception cref="SlipwayException">It is missing or another.</exception>
    public async Task<Asset> VerifyAsync(string folder, CancellationToken cancellationToken = default)
    {
        var path = Path.Combine(folder, Name);
        if (!File.Exists(path))
            throw Broken(path, "is missing");
        var (size, digest) = await DigestAsync(path, cancellationToken);
        return size == Size && digest == Sha256 ? this : throw Broken(path, "was changed after its checksum was taken");
    }

    private static SlipwayException Broken(string path, string what) => new(
        ErrorKind.Verdict,
        $"{Path.GetFileName(path)} {what}.",
        "Run Package and what follows again.",
        new SourceLocation(path));

    private static async Task<(long Size, string Digest)> DigestAsync(string path, CancellationToken cancellationToken)
    {
        await using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, BufferSize, FileOptions.SequentialScan);
        var digest = await SHA256.HashDataAsync(stream, cancellationToken);
        return (stream.Length, Convert.ToHexStringLower(digest));
    }
}
