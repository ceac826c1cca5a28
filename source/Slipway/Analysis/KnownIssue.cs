namespace Slipway.Analysis;

/// <summary>What is remembered of an issue that another version of the code had.</summary>
internal sealed record KnownIssue(string Rule, string File, string LineHash, string Fingerprint);
