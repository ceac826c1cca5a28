namespace Slipway.History;

/// <summary>What figures of health are made of: as many rows as runs, and sums of everything else.</summary>
/// <param name="Runs">The oldest first.</param>
/// <param name="Parts">Jobs and targets.</param>
/// <param name="Tests">Those that ran.</param>
/// <param name="Deployments">The oldest first.</param>
public sealed record HealthFacts(
    IReadOnlyList<RunFact> Runs,
    IReadOnlyList<PartFact> Parts,
    IReadOnlyList<TestFact> Tests,
    IReadOnlyList<DeploymentFact> Deployments);

/// <summary>A run, without its parts.</summary>
/// <param name="Source">Null for runs of this machine.</param>
/// <param name="ExternalId">Shared by the attempts of a run; null for runs of this machine.</param>
/// <param name="Verdict">Null for one that this version does not know.</param>
public sealed record RunFact(
    DateTimeOffset Started,
    TimeSpan Duration,
    TimeSpan? Queue,
    string? Branch,
    RunVerdict? Verdict,
    string? Source,
    string? ExternalId,
    int Attempt,
    string? Event,
    string? Workflow);

/// <summary>How long a job or target took, in the runs that ended with it, and how often it failed.</summary>
/// <param name="Stage">Of a target; null for a job.</param>
/// <param name="Queue">The median of what it waited; null when nobody knows.</param>
public sealed record PartFact(string Name, string? Stage, bool IsJob, int Runs, int Failures, TimeSpan Median, TimeSpan NinetiethPercentile, TimeSpan? Queue);

/// <summary>First attempts of a test on code on which it passes, and how many of them failed.</summary>
public sealed record TestFact(string Suite, string Package, string Program, string Name, int Runs, int Failures);

/// <summary>A deployment or release.</summary>
public sealed record DeploymentFact(
    DeploymentKind Kind,
    string Environment,
    string Reference,
    DateTimeOffset? Committed,
    RunVerdict? Verdict,
    DateTimeOffset Created,
    DateTimeOffset? Finished);
