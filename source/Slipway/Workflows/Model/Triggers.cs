using System.Collections.Immutable;

namespace Slipway.Workflows;

/// <summary>What starts a workflow; what is null or empty does not.</summary>
/// <param name="Schedules">Cron expressions of five fields, in UTC.</param>
public sealed record Triggers(
    PushTrigger? Push,
    PullRequestTrigger? PullRequest,
    ImmutableArray<string> Schedules,
    DispatchTrigger? Dispatch)
{
    /// <summary>The workflow whose ended runs start this one.</summary>
    public string? After { get; init; }

    public bool AreEmpty => Push == null && PullRequest == null && Schedules.IsEmpty && Dispatch == null && After == null;
}

/// <summary>A push of branches or tags, restricted to paths when there are any.</summary>
public sealed record PushTrigger(ImmutableArray<string> Branches, ImmutableArray<string> Tags, PathFilter Paths);

/// <summary>A pull request to one of the branches, or to any when there is none.</summary>
public sealed record PullRequestTrigger(ImmutableArray<string> Branches, PathFilter Paths);

/// <summary>The changed files that count: those included, or all but those ignored; GitHub allows one of the two.</summary>
public sealed record PathFilter(ImmutableArray<string> Included, ImmutableArray<string> Ignored)
{
    public static PathFilter None { get; } = new([], []);
}

/// <summary>A start by hand.</summary>
public sealed record DispatchTrigger(ImmutableArray<DispatchInput> Inputs);

/// <param name="Parameter">That it becomes.</param>
/// <param name="Options">The values of a choice.</param>
public sealed record DispatchInput(
    string Parameter,
    string? Description,
    DispatchInputType Type,
    bool IsRequired,
    ImmutableArray<string> Options)
{
    public string Name => VariableName.Dashed(Parameter);

    /// <summary>The environment variable that carries it.</summary>
    public string Variable => VariableName.Of(Parameter);
}

public enum DispatchInputType
{
    String,
    Boolean,
    Number,
    Choice,
}
