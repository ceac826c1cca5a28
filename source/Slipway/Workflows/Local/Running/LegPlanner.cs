using System.Collections.Immutable;
using Slipway.Workflows.Local.Expressions;
using Slipway.Workflows.Local.Reading;

namespace Slipway.Workflows.Local.Running;

/// <summary>From a job to its legs.</summary>
internal static class LegPlanner
{
    /// <param name="only">The only leg to run, when not all are.</param>
    public static ImmutableArray<LegPlan> Plan(JobDefinition job, ExpressionScope scope, string? only)
    {
        var legs = MatrixExpansion.Expand(job.Strategy.Matrix?.Evaluate(scope), job.Location);
        var folders = legs.Select(leg => WorkflowFolders.NameOf(job.Id, leg.Label)).ToList();
        ImmutableArray<LegPlan> plans = [.. legs.Select((leg, index) => Plan(job, leg, Folder(folders, index), Scope(job, scope, leg, index, legs.Length)))];
        if (only is null)
            return plans;
        ImmutableArray<LegPlan> chosen = [.. plans.Where(plan => plan.Leg.IsCalled(only) || plan.Name == only)];
        return chosen.Length > 0 ? chosen : throw new UnknownLegException(job.Id, only, plans.Select(plan => plan.Leg.Label));
    }

    private static LegPlan Plan(JobDefinition job, MatrixLeg leg, string folder, ExpressionScope scope)
    {
        var byDefault = leg.Description.Length == 0 ? job.Id : $"{job.Id} ({leg.Description})";
        return new LegPlan(job, leg, job.Name?.Format(scope) is { Length: > 0 } name ? name : byDefault, folder, scope);
    }

    private static ExpressionScope Scope(JobDefinition job, ExpressionScope scope, MatrixLeg leg, int index, int count) => scope
        .With("matrix", leg.Values)
        .With("strategy", ExpressionValue.Map.Empty
            .With("fail-fast", ExpressionValue.Of(job.Strategy.FailFast?.Evaluate(scope).IsTrue != false))
            .With("job-index", ExpressionValue.Of(index))
            .With("job-total", ExpressionValue.Of(count))
            .With("max-parallel", job.Strategy.MaxParallel?.Evaluate(scope) ?? ExpressionValue.Of(count)));

    // Names that differ in characters which folders cannot have.
    private static string Folder(List<string> folders, int index) =>
        folders.FindIndex(folder => folder.Equals(folders[index], StringComparison.OrdinalIgnoreCase)) == index
            ? folders[index]
            : FormattableString.Invariant($"{folders[index]}-{index + 1}");
}
