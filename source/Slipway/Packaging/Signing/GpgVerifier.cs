namespace Slipway.Packaging;

/// <summary>Checks a signature as somebody does who has the public key only.</summary>
public static class GpgVerifier
{
    /// <param name="key">Whose public part is exported for this, to a home of its own.</param>
    /// <returns>The fingerprint of the key that made the signature; null when it is no good one of this key.</returns>
    /// <exception cref="SlipwayException">gpg is missing, or does not take the key.</exception>
    public static async Task<string?> VerifyAsync(GpgKey key, string signature, string file, CancellationToken cancellationToken = default)
    {
        await using var home = GpgHome.Create("gpg", null);
        var imported = await home.Command.AddArguments("--import").WithInput(await ExportAsync(key, cancellationToken)).ReadAsync(cancellationToken);
        if (!imported.Result.Succeeded)
            throw new SlipwayException(ErrorKind.Configuration, "gpg cannot read the public part of the key.", "Export it anew: gpg --armor --export-secret-keys FINGERPRINT");
        var verified = await home.Command.AddArguments("--verify", Path.GetFullPath(signature), Path.GetFullPath(file)).ReadAsync(cancellationToken);
        return verified.Result.Succeeded ? GpgHome.SignerOf(verified) : null;
    }

    private static async Task<string> ExportAsync(GpgKey key, CancellationToken cancellationToken)
    {
        await using var home = GpgHome.Create("gpg", null);
        var imported = await home.Command.AddArguments("--import").WithInput(key.Armoured()).ReadAsync(cancellationToken);
        var exported = await home.Command.AddArguments("--armor", "--export").ReadAsync(cancellationToken);
        return imported.Result.Succeeded && exported.Result.Succeeded && exported.Output.Contains("PUBLIC KEY", StringComparison.Ordinal)
            ? exported.Output[exported.Output.IndexOf("-----BEGIN", StringComparison.Ordinal)..]
            : throw new SlipwayException(ErrorKind.Configuration, "gpg cannot read the OpenPGP key.", "Export it anew: gpg --armor --export-secret-keys FINGERPRINT");
    }
}
