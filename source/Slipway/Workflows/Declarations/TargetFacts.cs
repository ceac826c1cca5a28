using System.Collections.Immutable;

namespace Slipway.Workflows;

/// <summary>What the planner has to know of a target.</summary>
public sealed record TargetFacts(string Name)
{
    /// <summary>Whether it does anything itself.</summary>
    public bool HasActions { get; init; } = true;

    /// <summary>What must have run, including what triggers it.</summary>
    public ImmutableArray<string> DependsOn { get; init; } = [];

    /// <summary>What comes earlier when it runs at all.</summary>
    public ImmutableArray<string> After { get; init; } = [];

    /// <summary>What runs because this does.</summary>
    public ImmutableArray<string> Triggers { get; init; } = [];

    /// <summary>Whether it runs whatever happened before.</summary>
    public bool IsAssured { get; init; }

    /// <summary>Files, as patterns from the repository's root.</summary>
    public ImmutableArray<string> Products { get; init; } = [];

    public ImmutableArray<Consumption> Consumes { get; init; } = [];

    /// <summary>The secret parameters that it requires.</summary>
    public ImmutableArray<string> Secrets { get; init; } = [];

    public JobDeclaration? Job { get; init; }

    public ImmutableArray<RunnerDeclaration> RunsOn { get; init; } = [];

    public ImmutableArray<CapabilityFacts> Uses { get; init; } = [];

    /// <summary>The only system on whose runners it does something.</summary>
    public RunnerSystem? OnlyOn { get; init; }
}

/// <summary>Files of another target; all it produces when no pattern is named.</summary>
public sealed record Consumption(string Target, ImmutableArray<string> Patterns);

/// <summary>That a target has a job of its own.</summary>
/// <param name="Id">Other than the target's name.</param>
/// <param name="Environment">What guards it, such as the environment whose reviewers say GO or NO-GO.</param>
/// <param name="OnFailure">Whether an assured target runs only after a failure.</param>
public sealed record JobDeclaration(string? Id = null, string? Environment = null, int TimeoutMinutes = JobDeclaration.DefaultTimeout, bool OnFailure = false)
{
    /// <summary>In minutes; GitHub's own is six hours.</summary>
    public const int DefaultTimeout = 30;
}

public sealed record RunnerDeclaration(Runner Runner, string? RustTarget = null);
