namespace Slipway.Releasing;

/// <summary>What is about to be released, for those who ask whether something stands in its way.</summary>
/// <param name="Commit">That is checked out.</param>
/// <param name="CommitTime">When it was made, which signatures say too.</param>
/// <param name="Workflow">The file of the workflow that releases, such as <c>.github/workflows/release.yml</c>, whose own checks do not count; null outside of one.</param>
/// <param name="RequiredChecks">Names of the checks and statuses that have to be green; none is all that the commit has.</param>
/// <param name="BlockingLabels">Open issues with one of these stop a release.</param>
/// <param name="Calls">How many requests to GitHub the release may need.</param>
/// <param name="NeedsWrite">Whether the token that asks is the one that releases; on GitHub each job has its own.</param>
public sealed record PreflightSubject(
    ReleaseTag Tag,
    string Commit,
    DateTimeOffset CommitTime,
    string? Workflow,
    IReadOnlyCollection<string> RequiredChecks,
    IReadOnlyCollection<string> BlockingLabels,
    int Calls,
    bool NeedsWrite);
