using System.Collections.Immutable;

namespace Slipway.Workflows;

/// <summary>A step of a job.</summary>
public abstract record Step(string Name)
{
    /// <summary>What a reader may wonder about.</summary>
    public string? Comment { get; init; }

    public Expression? Condition { get; init; }

    /// <summary>Variables of this step alone.</summary>
    public ImmutableArray<NamedValue> Environment { get; init; } = [];
}

/// <summary>A variable of a step, or an input of an action.</summary>
public sealed record NamedValue(string Name, WorkflowText Value);

/// <summary>A command, in bash on every system; it takes its values from the environment.</summary>
public sealed record RunStep(string Name, string Command) : Step(Name)
{
    /// <summary>From the repository's root, which is the default.</summary>
    public string? WorkingDirectory { get; init; }
}

/// <summary>An action with its inputs.</summary>
public sealed record UsesStep(string Name, ActionPin Action, ImmutableArray<NamedValue> Inputs) : Step(Name)
{
    /// <summary>Below the repository of the action, such as <c>init</c> of <c>github/codeql-action</c>.</summary>
    public string? Path { get; init; }
}
