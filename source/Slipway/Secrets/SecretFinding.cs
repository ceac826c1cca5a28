namespace Slipway.Secrets;

/// <summary>A secret that was found; the secret itself is not kept.</summary>
/// <param name="Rule">The kind of secret.</param>
/// <param name="Description">The kind in words.</param>
/// <param name="File">Path below the repository's root, with slashes.</param>
/// <param name="Commit">The oldest commit that adds it there; null when only files were read.</param>
/// <param name="IsInTree">Whether it is in a file now.</param>
/// <param name="Redacted">Its first few characters.</param>
/// <param name="Fingerprint">Salted hash of the secret.</param>
public sealed record SecretFinding(
    string Rule,
    string Description,
    string File,
    int Line,
    string? Commit,
    bool IsInTree,
    string Redacted,
    string Fingerprint);
