using System.Collections.Immutable;
using Slipway.Workflows.Local.Expressions;
using Slipway.Workflows.Local.Reading;

namespace Slipway.Workflows.Local.Running;

/// <summary>A leg before it runs.</summary>
/// <param name="Name">As GitHub shows it.</param>
/// <param name="Folder">The name of its folder.</param>
/// <param name="Scope">What its expressions see of what was before it.</param>
internal sealed record LegPlan(JobDefinition Job, MatrixLeg Leg, string Name, string Folder, ExpressionScope Scope)
{
    public LegReport Report(RunResult result, string? reason) =>
        new(Job.Id, Name, Leg.Label, result, reason, [], ImmutableSortedDictionary<string, string>.Empty, TimeSpan.Zero);

    /// <summary>The environment whose approval it waits for; null when there is none.</summary>
    public string? EnvironmentName => Job.Environment?.Evaluate(Scope) switch
    {
        ExpressionValue.Map map => map["name"].AsText,
        null => null,
        var name => name.AsText,
    };
}
