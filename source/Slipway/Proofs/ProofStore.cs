using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Slipway.Proofs;

/// <summary>The record: proofs by key, each a file. Runs side by side read and write it; the oldest leave it when there are too many.</summary>
/// <param name="clock">Tells when a proof was last of use.</param>
public sealed class ProofStore(string folder, TimeProvider clock, int most = ProofStore.Most)
{
    private const int Most = 400;
    private const int DigestLength = 64;

    /// <summary>The proof of a key, when there is one, it is whole, and what it depends on beyond the key is as it was.</summary>
    public async Task<Proof?> FindAsync(ProofKey key, CancellationToken cancellationToken = default)
    {
        var path = PathOf(key);
        var proof = await ReadAsync(path, cancellationToken);
        if (proof is null || proof.Gate.Name != key.Gate || !proof.Holds())
            return null;
        Touch(path);
        return proof;
    }

    public async Task WriteAsync(ProofKey key, Proof proof, CancellationToken cancellationToken = default)
    {
        var text = JsonSerializer.Serialize(proof, ProofJson.Readable.Proof);
        await AtomicFile.WriteTextAsync(PathOf(key), $"{Digest(text)}\n{text}\n", cancellationToken);
        Prune(folder, most);
    }

    private static async Task<Proof?> ReadAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            if (!File.Exists(path))
                return null;
            var text = await File.ReadAllTextAsync(path, cancellationToken);
            var content = text.Length > DigestLength ? text[(DigestLength + 1)..].TrimEnd('\n') : "";
            return text.StartsWith(Digest(content), StringComparison.Ordinal)
                ? JsonSerializer.Deserialize(content, ProofJson.Readable.Proof)
                : null;
        }
        catch (Exception exception) when (exception is JsonException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    // Best effort: another run may have removed it, or the folder may be read-only.
    private void Touch(string path)
    {
        try
        {
            File.SetLastWriteTimeUtc(path, clock.GetUtcNow().UtcDateTime);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // It is as useful as it was.
        }
    }

    /// <summary>Leaves the files that were last of use.</summary>
    internal static void Prune(string folder, int most)
    {
        // What is being written has a name that begins with a dot.
        var files = new DirectoryInfo(folder).GetFiles("*").Where(file => file.Name[0] != '.');
        foreach (var file in files.OrderByDescending(file => file.LastWriteTimeUtc).ThenBy(file => file.Name, StringComparer.Ordinal).Skip(most))
            file.Delete();
    }

    private string PathOf(ProofKey key) => Path.Combine(folder, $"{key.Gate}-{key.Digest}.proof");

    private static string Digest(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
