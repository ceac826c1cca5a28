using System.Collections.Immutable;

namespace Slipway.Workflows;

/// <summary>What the build class says of a workflow.</summary>
/// <param name="Entries">The targets that the workflow is there for.</param>
public sealed record WorkflowDeclaration(string Name, ImmutableArray<string> Entries)
{
    public ImmutableArray<string> PushBranches { get; init; } = [];
    public ImmutableArray<string> PushTags { get; init; } = [];
    public ImmutableArray<string> PullRequestBranches { get; init; } = [];
    public bool PullRequests { get; init; }
    public PathFilter Paths { get; init; } = PathFilter.None;
    public ImmutableArray<string> Schedules { get; init; } = [];
    public bool Dispatch { get; init; }
    public ImmutableArray<InputDeclaration> Inputs { get; init; } = [];

    /// <summary>The input that names the tag when a run is started by hand.</summary>
    public string? TagInput { get; init; }

    public bool CancelSuperseded { get; init; }

    /// <summary>The workflow whose ended runs start it.</summary>
    public string? After { get; init; }
}

/// <param name="Parameter">The parameter that the input sets; null when there is none of that name.</param>
public sealed record InputDeclaration(string Name, ParameterFacts? Parameter);

/// <summary>What the build class says of a parameter.</summary>
public sealed record ParameterFacts(
    string Name,
    string? Description,
    DispatchInputType Type,
    bool IsRequired,
    bool IsSecret,
    ImmutableArray<string> Values);
