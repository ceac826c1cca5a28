using System.Collections.Immutable;

namespace Slipway.Rehearsal.GitHub.State;

/// <summary>What was put into an environment: https://docs.github.com/rest/deployments/deployments</summary>
/// <param name="Statuses">The first stands first.</param>
public sealed record Deployment(
    long Id,
    string Commit,
    string Ref,
    string Environment,
    DateTimeOffset CreatedAt,
    ImmutableArray<DeploymentStatus> Statuses);

/// <param name="State"><c>error</c>, <c>failure</c>, <c>inactive</c>, <c>in_progress</c>, <c>queued</c>, <c>pending</c> or <c>success</c>.</param>
public sealed record DeploymentStatus(long Id, string State, DateTimeOffset CreatedAt);
