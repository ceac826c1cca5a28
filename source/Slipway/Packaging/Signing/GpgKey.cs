using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Slipway.Packaging;

/// <summary>A private OpenPGP key, armoured or as base64 of that, and what opens it.</summary>
/// <param name="Passphrase">Null when the key has none.</param>
public sealed record GpgKey(string Text, string? Passphrase)
{
    /// <summary>A key for a rehearsal, which nobody trusts; its passphrase is random.</summary>
    /// <param name="time">When it was made: not after what it signs.</param>
    /// <exception cref="SlipwayException">gpg is missing, or makes no key.</exception>
    public static async Task<GpgKey> MakeAsync(string owner, DateTimeOffset time, CancellationToken cancellationToken = default)
    {
        await using var home = GpgHome.Create("gpg", null);
        var passphrase = RandomNumberGenerator.GetHexString(32);
        var command = home.Command.AddArguments("--passphrase-fd", "0").WithInput(passphrase + "\n");
        var made = await command.AddArguments("--faked-system-time", time.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture), "--quick-generate-key", owner, "ed25519", "sign", "never").ReadAsync(cancellationToken);
        var exported = await command.AddArguments("--armor", "--export-secret-keys").ReadAsync(cancellationToken);
        return made.Result.Succeeded && exported.Result.Succeeded && exported.Output.Length > 0
            ? new GpgKey(exported.Output, passphrase)
            : throw new SlipwayException(ErrorKind.Environment, "gpg makes no key for the rehearsal.", "Look what `gpg --quick-generate-key test ed25519` says, or give a key: GPG_KEY and GPG_PASSPHRASE.");
    }

    // Secrets of several lines suffer on their way through forms and files.
    internal string Armoured()
    {
        if (Text.Contains("-----BEGIN", StringComparison.Ordinal))
            return Text;
        var buffer = new byte[Text.Length];
        return Convert.TryFromBase64String(Text.Trim(), buffer, out var length) && Encoding.UTF8.GetString(buffer.AsSpan(0, length)) is var text && text.Contains("-----BEGIN", StringComparison.Ordinal)
            ? text
            : throw new SlipwayException(ErrorKind.Configuration, "What should be the OpenPGP key is neither armoured nor base64 of that.", "Export it: gpg --armor --export-secret-keys FINGERPRINT");
    }

    /// <summary>Says nothing of what it holds.</summary>
    public override string ToString() => "an OpenPGP key";
}
