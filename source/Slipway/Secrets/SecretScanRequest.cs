namespace Slipway.Secrets;

/// <summary>What is to be scanned, and with what.</summary>
/// <param name="Folder">A folder; of a git repository the whole working tree is meant.</param>
/// <param name="Base">The commit that changes are counted from; needed for those only.</param>
/// <param name="Config">Rules in gitleaks' format; null takes the root's <c>.gitleaks.toml</c>, or Slipway's own.</param>
/// <param name="Gitleaks">The program to scan with; null scans without.</param>
public sealed record SecretScanRequest(string Folder, SecretScopes Scopes, string? Base = null, string? Config = null, string? Gitleaks = null);
