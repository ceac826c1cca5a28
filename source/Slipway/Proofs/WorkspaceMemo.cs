namespace Slipway.Proofs;

/// <summary>What <c>cargo metadata</c> said of a folder, and what stands for everything that it had read.</summary>
internal sealed record WorkspaceMemo(IReadOnlyList<string> Folders, string TargetFolder, string Digest, string Metadata);
