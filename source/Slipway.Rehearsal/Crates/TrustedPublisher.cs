namespace Slipway.Rehearsal.Crates;

/// <summary>The workflow that may publish without a token of its own.</summary>
/// <param name="Workflow">The name of its file, without a folder.</param>
public sealed record TrustedPublisher(string Repository, string Workflow, string? Environment = null);
