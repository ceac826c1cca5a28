namespace Slipway.Packaging;

/// <summary>A private OpenPGP key, armoured or as base64 of that, and what opens it.</summary>
/// <param name="Passphrase">Null when the key has none.</param>
public sealed record GpgKey(string Text, string? Passphrase)
{
    /// <summary>Says nothing of what it holds.</summary>
    public override string ToString() => "an OpenPGP key";
}
