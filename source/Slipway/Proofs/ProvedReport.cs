namespace Slipway.Proofs;

/// <summary>A file that a gate has left for readers.</summary>
public sealed record ProvedReport(string File, string Text);
