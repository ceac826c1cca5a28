using Slipway.Base;

namespace Slipway.Analysis;

/// <summary>The issues that a base has.</summary>
public sealed record BaseIssues
{
    internal BaseIssues(BaseCommit commit, IReadOnlyList<KnownIssue> issues, bool isStored) =>
        (Commit, Issues, IsStored) = (commit, issues, isStored);

    public BaseCommit Commit { get; }

    /// <summary>Whether an earlier run has found them.</summary>
    public bool IsStored { get; }

    internal IReadOnlyList<KnownIssue> Issues { get; }
}
