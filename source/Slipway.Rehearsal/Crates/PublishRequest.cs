using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using Slipway.Rehearsal.Hosting;

namespace Slipway.Rehearsal.Crates;

/// <summary>What <c>cargo publish</c> sends: each of the two parts after its length.</summary>
internal sealed record PublishRequest(JsonObject Metadata, byte[] Crate)
{
    private const int MetadataLimit = 1024 * 1024;
    private const int CrateLimit = 10 * 1024 * 1024;

    public string Name => Metadata.Text("name") ?? "";

    public string Version => Metadata.Text("vers") ?? "";

    public string Checksum => Convert.ToHexStringLower(SHA256.HashData(Crate));

    /// <exception cref="RegistryException">The body is not what cargo sends.</exception>
    public static PublishRequest Read(ReadOnlyMemory<byte> body)
    {
        var metadata = Part(ref body, "metadata", MetadataLimit);
        var crate = Part(ref body, "tarball", CrateLimit);
        if (!body.IsEmpty)
            throw RegistryException.Bad($"invalid request body: {body.Length} remaining bytes");
        try
        {
            var json = JsonNode.Parse(metadata.Span) as JsonObject ?? throw RegistryException.Bad("invalid upload request: expected an object");
            return new PublishRequest(json, crate.ToArray());
        }
        catch (JsonException exception)
        {
            throw RegistryException.Bad($"invalid upload request: {exception.Message}");
        }
    }

    private static ReadOnlyMemory<byte> Part(ref ReadOnlyMemory<byte> body, string name, int limit)
    {
        if (body.Length < 4)
            throw RegistryException.Bad($"invalid {name} length");
        var length = BinaryPrimitives.ReadUInt32LittleEndian(body.Span);
        body = body[4..];
        if (length > limit)
            throw new RegistryException(413, $"max upload size is: {limit}");
        if (length > body.Length)
            throw RegistryException.Bad($"invalid {name} length for remaining payload: {length}");
        var part = body[..(int)length];
        body = body[(int)length..];
        return part;
    }
}
