using System.Text.Json;
using System.Text.Json.Serialization;

namespace Slipway.Secrets;

/// <summary>One element of gitleaks' report.</summary>
internal sealed record GitleaksFinding(
    [property: JsonPropertyName("RuleID")] string? RuleId,
    string? Description,
    string? File,
    int StartLine,
    string? Commit,
    string? Secret,
    string? Match);

/// <summary>Reads gitleaks' report, of which every part is somebody else's.</summary>
internal static class GitleaksReport
{
    /// <exception cref="SlipwayException">It is no report, or not all of one.</exception>
    public static IReadOnlyList<SecretFinding> Parse(ReadOnlySpan<byte> json, byte[] salt)
    {
        IReadOnlyList<GitleaksFinding?>? found;
        try
        {
            found = JsonSerializer.Deserialize(json, GitleaksJson.Default.IReadOnlyListGitleaksFinding);
        }
        // What is wrong with it may be said with the secret.
        catch (JsonException)
        {
            throw Broken("is no JSON, or not complete");
        }

        return found is null ? throw Broken("is empty") : [.. found.Select(finding => Convert(finding, salt))];
    }

    private static SecretFinding Convert(GitleaksFinding? finding, byte[] salt)
    {
        if (finding is not { RuleId.Length: > 0, File.Length: > 0 } || (string.IsNullOrEmpty(finding.Secret) && string.IsNullOrEmpty(finding.Match)))
            throw Broken("has a finding without its rule, file or secret");
        var commit = finding.Commit is { Length: > 0 } id ? id : null;
        if (commit is not null && !commit.All(char.IsAsciiHexDigit))
            throw Broken("has a finding in a commit that is none");
        var secret = string.IsNullOrEmpty(finding.Secret) ? finding.Match! : finding.Secret;
        return new SecretFinding(
            OneLine(finding.RuleId),
            OneLine(finding.Description ?? finding.RuleId),
            OneLine(finding.File.Replace('\\', '/')),
            Math.Max(1, finding.StartLine),
            commit,
            commit is null,
            SecretHash.Redact(secret),
            SecretHash.Fingerprint(secret, salt));
    }

    private static string OneLine(string text) => string.Concat(text.Where(c => !char.IsControl(c)));

    private static SlipwayException Broken(string how) => new(
        ErrorKind.Environment,
        $"What gitleaks reports {how}.",
        "Install gitleaks 8.19 or newer, or take it from PATH: without it the built-in scanner is used.");
}

[JsonSerializable(typeof(IReadOnlyList<GitleaksFinding>))]
internal sealed partial class GitleaksJson : JsonSerializerContext;
