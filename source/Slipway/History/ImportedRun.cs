using System.Collections.Immutable;

namespace Slipway.History;

/// <summary>A run that another system has made, such as one of a workflow on GitHub.</summary>
/// <param name="ExternalId">What that system calls it; the attempts of a run share it.</param>
/// <param name="Attempt">From 1.</param>
/// <param name="Started">When its first job could begin.</param>
/// <param name="Duration">From then to the end of its last job.</param>
/// <param name="Queue">How long it waited before; null when nobody knows.</param>
public sealed record ImportedRun(
    string ExternalId,
    int Attempt,
    string Workflow,
    string Event,
    DateTimeOffset Started,
    TimeSpan Duration,
    TimeSpan? Queue,
    string? Commit,
    string? Branch,
    RunVerdict Verdict,
    Uri? Page,
    ImmutableArray<ImportedJob> Jobs);

/// <summary>A run by the name that the other system has for it, and which of its attempts.</summary>
/// <param name="Attempt">From 1.</param>
public readonly record struct RunAttempt(string ExternalId, int Attempt);

/// <summary>One of the jobs of a run; each leg of a matrix is one. Two may have one name.</summary>
public sealed record ImportedJob(string Name, RunVerdict Verdict, TimeSpan Duration, TimeSpan? Queue);

/// <summary>A release, or what was put into an environment.</summary>
/// <param name="ExternalId">What the other system calls it.</param>
/// <param name="Reference">The tag or branch.</param>
/// <param name="Committed">When its commit was made; null when nobody knows.</param>
/// <param name="Finished">When it was known how it ended; null while it is not.</param>
public sealed record ImportedDeployment(
    DeploymentKind Kind,
    string ExternalId,
    string Environment,
    string Reference,
    string? Commit,
    DateTimeOffset? Committed,
    RunVerdict Verdict,
    DateTimeOffset Created,
    DateTimeOffset? Finished,
    Uri? Page);

/// <summary>What kind of deployment something is.</summary>
public enum DeploymentKind
{
    Deployment,
    Release,
}

/// <summary>How something ended.</summary>
public enum RunVerdict
{
    Pass,
    Fail,

    /// <summary>Nobody wanted to know any more how it would have ended.</summary>
    Cancelled,

    /// <summary>There was nothing to do.</summary>
    Skipped,
}
