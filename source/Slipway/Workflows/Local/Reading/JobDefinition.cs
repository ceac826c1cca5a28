using System.Collections.Immutable;
using Slipway.Workflows.Local.Expressions;

namespace Slipway.Workflows.Local.Reading;

/// <summary>A job as its file says it.</summary>
/// <param name="Obstacle">Why no machine but GitHub's can perform it, when so.</param>
/// <param name="RunsOn">One label, or several that must all fit.</param>
/// <param name="ProvesIdentity">Whether it may ask GitHub to say which workflow it is (<c>id-token: write</c>).</param>
public sealed record JobDefinition(
    string Id,
    Template? Name,
    ImmutableArray<string> Needs,
    Condition Condition,
    string? Obstacle,
    ValueTemplate RunsOn,
    StrategyDefinition Strategy,
    ValueTemplate? Environment,
    bool ProvesIdentity,
    ValueTemplate Variables,
    RunDefaults Defaults,
    Template? TimeoutMinutes,
    Template? ContinueOnError,
    ImmutableArray<KeyValuePair<string, Template>> Outputs,
    ImmutableArray<StepDefinition> Steps,
    SourceLocation Location);
