namespace Slipway.Secrets.Rules;

/// <summary>What one kind of secret looks like.</summary>
/// <param name="Pattern">Null for a rule that only names files.</param>
/// <param name="SecretGroup">The group of the pattern that is the secret; 0 is the first that matched, or the whole.</param>
/// <param name="Entropy">Bits for each character that a secret has more than.</param>
/// <param name="Keywords">In lower case; a text without any of them is not looked at.</param>
internal sealed record SecretRule(
    string Id,
    string Description,
    SecretPattern? Pattern,
    SecretPattern? Path,
    int SecretGroup,
    double Entropy,
    IReadOnlyList<string> Keywords,
    IReadOnlyList<RuleAllowlist> Allowlists);
