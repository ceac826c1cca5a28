using System.Security.Cryptography;
using System.Text;
using Slipway.Packaging;

namespace Slipway.Rehearsal.Tests.Proof;

/// <summary>Everything that one release must not tell, made for it.</summary>
internal sealed record ReleaseSecrets(string GitHubToken, string RegistryToken, string WebhookToken, GpgKey Key)
{
    // A line of an armoured key that is as long as a key is wide.
    private const int WidthOfKey = 60;

    public static async Task<ReleaseSecrets> MakeAsync(CancellationToken cancellationToken) =>
        new(Random(), Random(), Random(), await GpgKey.MakeAsync("Rehearsal <rehearsal@localhost>", DateTimeOffset.UnixEpoch.AddYears(50), cancellationToken));

    public RehearsalOptions In(RehearsalOptions options) => options with
    {
        GitHub = options.GitHub with { Token = GitHubToken },
        Registry = options.Registry with { Token = RegistryToken },
        Discord = options.Discord with { WebhookToken = WebhookToken },
    };

    /// <summary>Each by its name, as it is and as base64 has it.</summary>
    public IEnumerable<(string Name, byte[] Bytes)> Traces()
    {
        (string Name, string Text)[] words = [("the token of GitHub", GitHubToken), ("the token of the registry", RegistryToken), ("the token of the webhook", WebhookToken), ("the passphrase", Key.Passphrase!)];
        var lines = Key.Text.Split('\n').Where(line => line.Length >= WidthOfKey).Select(line => ("a line of the key", line.Trim()));
        foreach (var (name, text) in words.Concat(lines))
        {
            yield return (name, Encoding.UTF8.GetBytes(text));
            yield return ($"{name} as base64", Encoding.UTF8.GetBytes(Convert.ToBase64String(Encoding.UTF8.GetBytes(text)).TrimEnd('=')));
        }
    }

    private static string Random() => RandomNumberGenerator.GetHexString(40, lowercase: true);
}
