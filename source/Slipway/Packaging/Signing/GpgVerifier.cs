namespace Slipway.Packaging;

/// <summary>Verifies a signature as somebody does who has the public key, and nothing else.</summary>
public static class GpgVerifier
{
    /// <summary>What of a key is public, armoured.</summary>
    /// <exception cref="SlipwayException">gpg is missing, or the key is none.</exception>
    public static async Task<string> ExportPublicAsync(GpgKey key, CancellationToken cancellationToken = default)
    {
        await using var home = GpgHome.Create("gpg", null);
        var imported = await home.Command.AddArguments("--import").WithInput(key.Text).ReadAsync(cancellationToken);
        var output = await home.Command.AddArguments("--armor", "--export").ReadAsync(cancellationToken);
        var start = output.Output.IndexOf("-----BEGIN PGP PUBLIC KEY BLOCK-----", StringComparison.Ordinal);
        return imported.Result.Succeeded && start >= 0
            ? output.Output[start..]
            : throw new SlipwayException(ErrorKind.Configuration, "What should be the OpenPGP key is none.", "Export it: gpg --armor --export-secret-keys FINGERPRINT");
    }

    /// <summary>Whether a file is what the owner of the key has signed.</summary>
    public static async Task<bool> VerifyAsync(string publicKey, string file, CancellationToken cancellationToken = default)
    {
        await using var home = GpgHome.Create("gpg", null);
        await home.Command.AddArguments("--import").WithInput(publicKey).ReadAsync(cancellationToken);
        var verified = await home.Command.AddArguments("--verify", file + GpgSigner.Extension, file).ReadAsync(cancellationToken);
        return verified.Result.Succeeded && verified.Output.Contains("[GNUPG:] VALIDSIG ", StringComparison.Ordinal);
    }
}
