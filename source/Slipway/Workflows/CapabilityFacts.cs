using System.Collections.Immutable;

namespace Slipway.Workflows;

/// <summary>What each capability brings to a job. Source: docs.github.com, permissions of the GITHUB_TOKEN.</summary>
public static class CapabilityFacts
{
    public static ImmutableArray<Grant> Permissions(Capability capability) => capability switch
    {
        Capability.PullRequestComment => [Write("pull-requests", "to keep one comment up to date; read-only for forks")],
        Capability.ReadStatus =>
        [
            Read("actions", "to read the runs of the commit"),
            Read("checks", "to read the checks of the commit"),
            Read("issues", "to find open issues that block a release"),
            Read("statuses", "to read the statuses of the commit"),
        ],
        Capability.WriteIssues => [Write("issues", "to open and close issues")],
        Capability.GitHubRelease => [Write("contents", "to make the release")],
        Capability.Provenance =>
        [
            Write("attestations", "to store the statement of provenance"),
            Write("id-token", "to prove which workflow this is"),
        ],
        Capability.TrustedPublishing => [Write("id-token", "to prove which workflow this is")],
        Capability.CodeQl =>
        [
            Read("actions", "to read the run it belongs to"),
            Write("security-events", "to store the alerts"),
        ],
        _ => [],
    };

    /// <summary>Whether the build itself calls GitHub.</summary>
    public static bool NeedsToken(Capability capability) => capability
        is Capability.PullRequestComment or Capability.ReadStatus or Capability.WriteIssues or Capability.GitHubRelease;

    /// <summary>Whether a run that a pull request starts may have it: what strangers write runs with it.</summary>
    public static bool IsSafeForPullRequests(Capability capability) =>
        capability == Capability.PullRequestComment || !Permissions(capability).Any(permission => permission.IsWrite);

    private static Grant Read(string scope, string reason) => new(scope, IsWrite: false, reason);

    private static Grant Write(string scope, string reason) => new(scope, IsWrite: true, reason);
}
