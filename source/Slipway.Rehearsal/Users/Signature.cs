using Slipway.Packaging;

namespace Slipway.Rehearsal.Users;

/// <summary>Whether gpg, which knows the public key only, takes the signature of the checksums.</summary>
internal static class Signature
{
    private const string Name = "signature";

    public static async Task<UserCheck> CheckAsync(GpgKey key, string folder, CancellationToken cancellationToken)
    {
        var file = Path.Combine(folder, ChecksumFile.Name);
        var signature = file + GpgSigner.Extension;
        if (!File.Exists(signature) || !File.Exists(file))
            return new UserCheck(Name, false, $"The release has no {Path.GetFileName(signature)}.", "Run Sign and what follows.");
        var fingerprint = await GpgVerifier.VerifyAsync(key, signature, file, cancellationToken);
        return fingerprint is not null
            ? new UserCheck(Name, true, $"gpg --verify: good, by {fingerprint}")
            : new UserCheck(Name, false, $"gpg --verify: {Path.GetFileName(signature)} is no signature of {ChecksumFile.Name} by the key of this release.", "Run Sign and what follows.");
    }
}
