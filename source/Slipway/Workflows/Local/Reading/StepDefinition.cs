using Slipway.Workflows.Local.Expressions;

namespace Slipway.Workflows.Local.Reading;

/// <summary>A step as its file says it: either commands or an action.</summary>
/// <param name="Uses">The action, such as <c>actions/checkout@v7</c>.</param>
public sealed record StepDefinition(
    string? Id,
    Template? Name,
    Condition Condition,
    string? Uses,
    ValueTemplate With,
    Template? Run,
    RunDefaults Settings,
    ValueTemplate Environment,
    Template? ContinueOnError,
    Template? TimeoutMinutes,
    SourceLocation Location);
