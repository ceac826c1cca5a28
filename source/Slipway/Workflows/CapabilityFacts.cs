using System.Collections.Immutable;

namespace Slipway.Workflows;

/// <summary>What a capability brings to a job. Source: docs.github.com, permissions of the GITHUB_TOKEN.</summary>
/// <param name="Permissions">What the job's token may do.</param>
/// <param name="NeedsToken">Whether the build itself calls GitHub.</param>
public sealed record CapabilityFacts(Capability Capability, ImmutableArray<Grant> Permissions, bool NeedsToken = false)
{
    private static readonly CapabilityFacts[] Table =
    [
        new(Capability.History, []),
        new(Capability.PullRequestComment, [Write("pull-requests", "to keep one comment up to date; read-only for forks")], NeedsToken: true),
        new(
            Capability.ForkReport,
            [
                Read("actions", "to read the report that a run has left"),
                Write("pull-requests", "to keep one comment up to date"),
            ]),
        new(
            Capability.ReadStatus,
            [
                Read("actions", "to read the runs of the commit"),
                Read("checks", "to read the checks of the commit"),
                Read("issues", "to find open issues that block a release"),
                Read("statuses", "to read the statuses of the commit"),
            ],
            NeedsToken: true),
        new(Capability.ReadRuns, [Read("actions", "to read earlier runs")], NeedsToken: true),
        new(Capability.ReadDeployments, [Read("deployments", "to read how deployments went")], NeedsToken: true),
        new(Capability.KeepHistory, []),
        new(Capability.Page, []),
        new(Capability.WriteIssues, [Write("issues", "to open and close issues")], NeedsToken: true),
        new(Capability.GitHubRelease, [Write("contents", "to make the release")], NeedsToken: true),
        new(
            Capability.Provenance,
            [
                Write("attestations", "to store the statement of provenance"),
                Write("id-token", "to prove which workflow this is"),
            ]),
        new(Capability.TrustedPublishing, [Write("id-token", "to prove which workflow this is")]),
        new(Capability.ReadAlerts, [Read("security-events", "to read the alerts of code scanning")], NeedsToken: true),
        new(
            Capability.CodeQl,
            [
                Read("actions", "to read the run it belongs to"),
                Write("security-events", "to store the alerts"),
            ]),
    ];

    /// <summary>Whether what has it could change something.</summary>
    public bool Writes => Permissions.Any(grant => grant.IsWrite);

    /// <summary>Whether a run that a pull request starts may have it: what strangers write runs with it.</summary>
    public bool IsSafeForPullRequests => Capability == Capability.PullRequestComment || !(Writes || Capability is Capability.ReadAlerts or Capability.KeepHistory);

    public static CapabilityFacts Of(Capability capability) => Array.Find(Table, facts => facts.Capability == capability)
        ?? throw new ArgumentOutOfRangeException(nameof(capability), capability, "This capability is not in the table.");

#pragma warning disable CA2225 // Of is the named alternate
    public static implicit operator CapabilityFacts(Capability capability) => Of(capability);
#pragma warning restore CA2225

    private static Grant Read(string scope, string reason) => new(scope, IsWrite: false, reason);

    private static Grant Write(string scope, string reason) => new(scope, IsWrite: true, reason);
}
