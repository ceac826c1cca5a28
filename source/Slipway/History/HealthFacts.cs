using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Slipway.History;

/// <summary>What figures of health are made of: as many rows as runs, and sums of everything else.</summary>
/// <param name="Runs">The oldest first.</param>
/// <param name="Parts">Jobs and targets.</param>
/// <param name="Stages">What the targets of a stage took together.</param>
/// <param name="Tests">Those that ran.</param>
public sealed record HealthFacts(IReadOnlyList<RunFact> Runs, IReadOnlyList<PartFact> Parts, IReadOnlyList<StageFact> Stages, IReadOnlyList<TestFact> Tests)
{
    /// <summary>What there is of a time of which nothing is known.</summary>
    public static HealthFacts None { get; } = new([], [], [], []);
}

/// <summary>A run, without its parts.</summary>
/// <param name="Verdict">Null for one that this version does not know.</param>
/// <param name="Event">What began it, such as <c>push</c>; null for runs of this machine, as is the workflow.</param>
public sealed record RunFact(
    DateTimeOffset Started,
    TimeSpan Duration,
    TimeSpan? Queue,
    string? Branch,
    RunVerdict? Verdict,
    int Attempt,
    string? Event,
    string? Workflow);

/// <summary>How long a job or target took, in the runs that ended with it, and how often it failed.</summary>
/// <param name="Stage">Of a target; null for a job.</param>
/// <param name="Queue">The median of what it waited; null when nobody knows.</param>
public sealed record PartFact(string Name, string? Stage, bool IsJob, int Runs, int Failures, TimeSpan Median, TimeSpan NinetiethPercentile, TimeSpan? Queue)
{
    /// <summary>The medians of equal stretches of the time, when they were asked for; null where it did not run.</summary>
    [JsonIgnore]
    public ImmutableArray<TimeSpan?> Trend { get; init; } = [];
}

/// <summary>What the targets of a stage took together; those that ran side by side count each.</summary>
/// <param name="Runs">In which one of them ended.</param>
public sealed record StageFact(string Name, int Runs, TimeSpan Median, TimeSpan NinetiethPercentile)
{
    /// <inheritdoc cref="PartFact.Trend"/>
    [JsonIgnore]
    public ImmutableArray<TimeSpan?> Trend { get; init; } = [];
}

/// <summary>First attempts of a test on code on which it passes, and how many of them failed.</summary>
public sealed record TestFact(string Suite, string Package, string Program, string Name, int Runs, int Failures)
{
    /// <summary>The same of equal stretches of the time, when they were asked for, of the tests that fail most.</summary>
    [JsonIgnore]
    public ImmutableArray<TestStretch> Trend { get; init; } = [];
}

/// <summary>First attempts of a test in a stretch of time, and how many of them failed.</summary>
public readonly record struct TestStretch(int Runs, int Failures);

/// <summary>How a figure of a gate went, in the runs of a branch.</summary>
/// <param name="Points">The oldest first.</param>
public sealed record FigureTrend(string Gate, string Name, string Unit, IReadOnlyList<FigurePoint> Points);

/// <summary>A figure as one run measured it.</summary>
public readonly record struct FigurePoint(DateTimeOffset Started, double Value);

/// <summary>A deployment or release.</summary>
public sealed record DeploymentFact(
    DeploymentKind Kind,
    string Environment,
    string Reference,
    DateTimeOffset? Committed,
    RunVerdict? Verdict,
    DateTimeOffset Created,
    DateTimeOffset? Finished)
{
    /// <summary>When it was known how it ended.</summary>
    public DateTimeOffset Ended => Finished ?? Created;
}

/// <summary>A time in which something was broken.</summary>
/// <param name="Since">The end of the first run or deployment that failed.</param>
/// <param name="Until">The end of the next that was good; null while there is none.</param>
public sealed record Outage(DateTimeOffset Since, DateTimeOffset? Until);

/// <summary>What was made by a clock that is ahead.</summary>
/// <param name="Tests">Outcomes of tests.</param>
public sealed record FutureFacts(int Runs, int Deployments, int Tests)
{
    public bool IsNone => Runs + Deployments + Tests == 0;
}
