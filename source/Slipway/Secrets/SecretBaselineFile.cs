using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Slipway.Secrets;

/// <summary>The baseline as it is in its file.</summary>
internal sealed record SecretBaselineFile(int Version, byte[]? Salt, IReadOnlyList<AcceptedSecret?>? Accepted, IReadOnlyList<AllowedFinding?>? Allowed)
{
    private const int CurrentVersion = 1;
    private const int ShortestSalt = 8;
    private const int FingerprintLength = 64;

    public static string Write(SecretBaseline baseline) => JsonSerializer.Serialize(
        new SecretBaselineFile(CurrentVersion, baseline.Salt, baseline.Accepted, baseline.Allowed),
        SecretBaselineJson.Readable.SecretBaselineFile) + "\n";

    /// <param name="path">For errors.</param>
    public static SecretBaseline Read(string json, string path)
    {
        SecretBaselineFile file;
        try
        {
            file = JsonSerializer.Deserialize(json, SecretBaselineJson.Default.SecretBaselineFile) ?? throw new JsonException();
        }
        catch (JsonException exception)
        {
            var line = exception.LineNumber is { } number ? (int)number + 1 : (int?)null;
            throw new SlipwayException(ErrorKind.Configuration, "The baseline of secrets is broken.", "Mend it, or take it from git again.", new SourceLocation(path, line), exception);
        }

        if (file.Version != CurrentVersion)
            throw Wrong(path, $"has version {file.Version}, and this program reads version {CurrentVersion}");
        if (file.Salt is not { Length: >= ShortestSalt } salt)
            throw Wrong(path, "has no salt of at least 8 bytes");
        foreach (var entry in file.Accepted ?? [])
        {
            if (entry is not { Fingerprint.Length: FingerprintLength } || !entry.Fingerprint.All(char.IsAsciiHexDigitLower))
                throw Wrong(path, "accepts something that is no fingerprint", "A fingerprint has 64 hexadecimal digits, as the finding says.");
            if (entry.Scope is not (null or AcceptedSecret.HistoryScope))
                throw Wrong(path, $"accepts {entry.Fingerprint[..8]}… in the scope '{entry.Scope}'", "Leave it out, or say history.");
            Reason(path, entry.Reason, $"accepts {entry.Fingerprint[..8]}…");
        }

        foreach (var entry in file.Allowed ?? [])
        {
            if (entry is null || (string.IsNullOrWhiteSpace(entry.Rule) && string.IsNullOrWhiteSpace(entry.Path)))
                throw Wrong(path, "allows something without a rule and without a path", "Name one of them, or both.");
            Reason(path, entry.Reason, $"allows {entry.Rule ?? entry.Path}");
        }

        return SecretBaseline.Of(salt, [.. (file.Accepted ?? []).OfType<AcceptedSecret>()], [.. (file.Allowed ?? []).OfType<AllowedFinding>()]);
    }

    private static void Reason(string path, string? reason, string what)
    {
        if (string.IsNullOrWhiteSpace(reason))
            throw Wrong(path, $"{what} without a reason", "Say why it may stay: \"reason\": \"…\"");
    }

    private static SlipwayException Wrong(string path, string what, string? hint = null) =>
        new(ErrorKind.Configuration, $"The baseline of secrets {what}.", hint, new SourceLocation(path));
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    WriteIndented = true,
    NewLine = "\n")]
[JsonSerializable(typeof(SecretBaselineFile))]
internal sealed partial class SecretBaselineJson : JsonSerializerContext
{
    public static SecretBaselineJson Readable => field ??=
        new(new JsonSerializerOptions(Default.GeneratedSerializerOptions!) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
