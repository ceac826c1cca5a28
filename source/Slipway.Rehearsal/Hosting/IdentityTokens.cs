using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Slipway.Rehearsal.Hosting;

/// <summary>Proofs of identity (JWT) that only these servers make and know: signed with a key of one run.</summary>
internal sealed class IdentityTokens(TimeProvider time)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);

    private readonly byte[] _key = RandomNumberGenerator.GetBytes(32);

    public string Issue(JsonObject claims)
    {
        var now = time.GetUtcNow();
        var payload = (JsonObject)claims.DeepClone();
        payload["jti"] = Guid.NewGuid().ToString();
        payload["iat"] = now.ToUnixTimeSeconds();
        payload["exp"] = (now + Lifetime).ToUnixTimeSeconds();
        var text = $"{Encode("""{"alg":"HS256","typ":"JWT"}""")}.{Encode(payload.ToJsonString(Answers.Json))}";
        return $"{text}.{Base64Url.EncodeToString(Sign(text))}";
    }

    /// <summary>What it says, or null when it is not from here or too old.</summary>
    public JsonObject? Verify(string jwt)
    {
        if (jwt.Split('.') is not [var head, var payload, var signature])
            return null;
        try
        {
            if (!CryptographicOperations.FixedTimeEquals(Base64Url.DecodeFromChars(signature), Sign($"{head}.{payload}")))
                return null;
            var claims = JsonNode.Parse(Base64Url.DecodeFromChars(payload)) as JsonObject;
            return (long?)claims?["exp"] > time.GetUtcNow().ToUnixTimeSeconds() ? claims : null;
        }
        catch (Exception exception) when (exception is FormatException or JsonException)
        {
            return null;
        }
    }

    private static string Encode(string text) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text));

    private byte[] Sign(string text) => HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(text));
}
