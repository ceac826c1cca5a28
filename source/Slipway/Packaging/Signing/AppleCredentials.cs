using System.Text.Json;
using System.Text.Json.Serialization;

namespace Slipway.Packaging;

/// <summary>What Apple wants of who distributes programs.</summary>
/// <param name="Certificate">A PKCS #12 file with a Developer ID Application certificate.</param>
/// <param name="Password">Of the certificate.</param>
/// <param name="NotaryKey">Key of App Store Connect; null signs without notarization.</param>
public sealed record AppleCredentials(byte[] Certificate, string Password, NotaryKey? NotaryKey)
{
    /// <param name="certificate">As base64.</param>
    /// <param name="notaryKey">JSON with <c>issuer_id</c>, <c>key_id</c> and <c>private_key</c>, the form of rcodesign.</param>
    /// <exception cref="SlipwayException">One of them is something else.</exception>
    public static AppleCredentials Parse(string certificate, string password, string? notaryKey)
    {
        try
        {
            return new AppleCredentials(Convert.FromBase64String(certificate.Trim()), password, notaryKey is null ? null : NotaryKey.Parse(notaryKey));
        }
        catch (FormatException)
        {
            // What it is must not be shown.
            throw new SlipwayException(ErrorKind.Configuration, "The certificate for macOS is not base64.", "Store it so: base64 < certificate.p12");
        }
    }

    public override string ToString() => "credentials for macOS";
}

/// <summary>A key for Apple's notary service.</summary>
/// <param name="PrivateKey">PEM.</param>
public sealed record NotaryKey(string IssuerId, string KeyId, string PrivateKey)
{
    public static NotaryKey Parse(string json)
    {
        try
        {
            return AppleJson.Strict.Read<NotaryKey>(json);
        }
        catch (JsonException)
        {
            throw new SlipwayException(
                ErrorKind.Configuration,
                "The key of App Store Connect is not what it should be.",
                """It is JSON: {"issuer_id": "…", "key_id": "…", "private_key": "-----BEGIN PRIVATE KEY-----…"}""");
        }
    }

    public override string ToString() => "a key of App Store Connect";
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(NotaryKey))]
internal sealed partial class AppleJson : JsonSerializerContext
{
    public static StrictJson Strict => field ??= new(Default);
}
