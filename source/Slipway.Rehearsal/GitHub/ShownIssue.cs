using System.Collections.Immutable;

namespace Slipway.Rehearsal.GitHub;

/// <summary>An issue, and what is said under it, the oldest first.</summary>
public sealed record ShownIssue(long Number, string Title, bool IsOpen, ImmutableArray<string> Labels, string Body, ImmutableArray<string> Comments);
