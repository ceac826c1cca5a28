namespace Slipway.Secrets;

/// <summary>A secret that is known, and why it may stay.</summary>
/// <param name="Expires">The last day on which it may.</param>
/// <param name="Scope">"history" where it is expected in older commits only.</param>
public sealed record AcceptedSecret(string Fingerprint, string Reason, DateOnly? Expires = null, string? Scope = null)
{
    public const string HistoryScope = "history";
}

/// <summary>What looks like a secret and is none: a rule, files, or a rule in files.</summary>
/// <param name="Path">With * for a part of a name, and ** for any folders.</param>
/// <param name="Expires">The last day on which it holds.</param>
public sealed record AllowedFinding(string? Rule, string? Path, string Reason, DateOnly? Expires = null);
