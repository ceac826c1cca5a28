using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using Nuke.Common.Tooling;

namespace Nuke.Common.Execution;

/// <summary>Collects what a target's factory says; <see cref="ExecutableTargetFactory"/> resolves it.</summary>
internal sealed partial class TargetDefinition(INukeBuild build, ExecutableTarget target, Stack<TargetProperty> properties) : ITargetDefinition
{
    public List<Delegate> DependsOnTargets { get; } = [];
    public List<Delegate> DependentForTargets { get; } = [];
    public List<Delegate> BeforeTargets { get; } = [];
    public List<Delegate> AfterTargets { get; } = [];
    public List<Delegate> TriggersTargets { get; } = [];
    public List<Delegate> TriggeredByTargets { get; } = [];
    public List<(Delegate Target, string[] Artifacts)> ConsumesTargets { get; } = [];

    public ITargetDefinition Description(string description)
    {
        target.Description = description;
        return this;
    }

    public ITargetDefinition Executes(params Action[] actions)
    {
        target.Actions.AddRange(actions);
        return this;
    }

    public ITargetDefinition Executes<T>(Func<T> action) => Executes(() => { action(); });

    public ITargetDefinition Executes(Func<Task> action) => Executes(() => action().GetAwaiter().GetResult());

    public ITargetDefinition OnlyWhenStatic(Func<bool> condition, [CallerArgumentExpression(nameof(condition))] string? conditionExpression = null)
    {
        target.StaticConditions.Add((ConditionText(conditionExpression), condition));
        return this;
    }

    public ITargetDefinition OnlyWhenDynamic(Func<bool> condition, [CallerArgumentExpression(nameof(condition))] string? conditionExpression = null)
    {
        target.DynamicConditions.Add((ConditionText(conditionExpression), condition));
        return this;
    }

    public ITargetDefinition WhenSkipped(DependencyBehavior dependencyBehavior)
    {
        target.DependencyBehavior = dependencyBehavior;
        return this;
    }

    public ITargetDefinition Requires<T>(Expression<Func<T>> parameterRequirement, params Expression<Func<T>>[] parameterRequirements)
        where T : class
        => AddRequirements([parameterRequirement, .. parameterRequirements]);

    public ITargetDefinition Requires<T>(Expression<Func<T?>> parameterRequirement, params Expression<Func<T?>>[] parameterRequirements)
        where T : struct
        => AddRequirements([parameterRequirement, .. parameterRequirements]);

    public ITargetDefinition Requires(Expression<Func<bool>> requirement, params Expression<Func<bool>>[] requirements)
        => AddRequirements([requirement, .. requirements]);

    public ITargetDefinition Requires(Expression<Func<Tool>> tool, params Expression<Func<Tool>>[] tools)
        => AddRequirements([tool, .. tools]);

    public ITargetDefinition Requires<T>()
        where T : IRequireTool
        => AddToolRequirement(typeof(T), version: null);

    public ITargetDefinition Requires<T>(string version)
        where T : IRequireToolWithVersion
        => AddToolRequirement(typeof(T), version);

    public ITargetDefinition Produces(params string[] artifacts)
    {
        target.ArtifactProducts.AddRange(artifacts);
        return this;
    }

    public ITargetDefinition AssuredAfterFailure()
    {
        target.AssuredAfterFailure = true;
        return this;
    }

    public ITargetDefinition ProceedAfterFailure()
    {
        target.ProceedAfterFailure = true;
        return this;
    }

    public ITargetDefinition Unlisted()
    {
        target.Listed = false;
        return this;
    }

    public ITargetDefinition Partition(int size)
    {
        if (size <= 1)
            throw new BuildUsageException($"Target '{target.Name}': a partition has at least 2 parts, not {size}.");
        target.PartitionSize = size;
        return this;
    }

    private TargetDefinition AddRequirements(IEnumerable<LambdaExpression> requirements)
    {
        target.DelegateRequirements.AddRange(requirements);
        return this;
    }

    private TargetDefinition AddToolRequirement(Type type, string? version)
    {
        target.ToolRequirements.AddRange(ToolRequirements.Get(type, version));
        return this;
    }

    // `() => IsServerBuild` reads as `IsServerBuild`.
    private static string ConditionText(string? expression) => (expression ?? "condition").TrimStart('(', ')', '=', '>', ' ', '\t', '\r', '\n');
}
