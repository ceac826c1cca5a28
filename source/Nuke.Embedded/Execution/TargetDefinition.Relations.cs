using System.Linq.Expressions;

namespace Nuke.Common.Execution;

internal sealed partial class TargetDefinition
{
    public ITargetDefinition DependsOn(params Target[] targets) => Add(DependsOnTargets, targets);

    public ITargetDefinition DependsOn<T>(params Func<T, Target>[] targets) => Add(DependsOnTargets, Of(targets));

    public ITargetDefinition TryDependsOn<T>(params Func<T, Target>[] targets) => build is T ? DependsOn(targets) : this;

    public ITargetDefinition DependentFor(params Target[] targets) => Add(DependentForTargets, targets);

    public ITargetDefinition DependentFor<T>(params Func<T, Target>[] targets) => Add(DependentForTargets, Of(targets));

    public ITargetDefinition TryDependentFor<T>(params Func<T, Target>[] targets) => build is T ? DependentFor(targets) : this;

    public ITargetDefinition Before(params Target[] targets) => Add(BeforeTargets, targets);

    public ITargetDefinition Before<T>(params Func<T, Target>[] targets) => Add(BeforeTargets, Of(targets));

    public ITargetDefinition TryBefore<T>(params Func<T, Target>[] targets) => build is T ? Before(targets) : this;

    public ITargetDefinition After(params Target[] targets) => Add(AfterTargets, targets);

    public ITargetDefinition After<T>(params Func<T, Target>[] targets) => Add(AfterTargets, Of(targets));

    public ITargetDefinition TryAfter<T>(params Func<T, Target>[] targets) => build is T ? After(targets) : this;

    public ITargetDefinition Triggers(params Target[] targets) => Add(TriggersTargets, targets);

    public ITargetDefinition Triggers<T>(params Func<T, Target>[] targets) => Add(TriggersTargets, Of(targets));

    public ITargetDefinition TryTriggers<T>(params Func<T, Target>[] targets) => build is T ? Triggers(targets) : this;

    public ITargetDefinition TriggeredBy(params Target[] targets) => Add(TriggeredByTargets, targets);

    public ITargetDefinition TriggeredBy<T>(params Func<T, Target>[] targets) => Add(TriggeredByTargets, Of(targets));

    public ITargetDefinition TryTriggeredBy<T>(params Func<T, Target>[] targets) => build is T ? TriggeredBy(targets) : this;

    public ITargetDefinition Consumes(params Target[] targets)
    {
        foreach (var consumed in targets)
            ConsumesTargets.Add((consumed, []));
        return this;
    }

    public ITargetDefinition Consumes<T>(params Func<T, Target>[] targets)
    {
        foreach (var consumed in Of(targets))
            ConsumesTargets.Add((consumed, []));
        return this;
    }

    public ITargetDefinition Consumes(Target target, params string[] artifacts)
    {
        ConsumesTargets.Add((target, artifacts));
        return this;
    }

    public ITargetDefinition Consumes<T>(Func<T, Target> target, params string[] artifacts)
    {
        ConsumesTargets.Add((Of([target]).Single(), artifacts));
        return this;
    }

    public ITargetDefinition Consumes<T>(params string[] artifacts)
    {
        ConsumesTargets.Add((Of<T>([]).Single(), artifacts));
        return this;
    }

    public ITargetDefinition Base()
    {
        var property = properties.Peek();
        var overridden = property.Overridden
            ?? throw new BuildUsageException($"Target '{target.Name}' calls Base(), but no base class of {property.DeclaringType.Name} declares it.");
        return Apply(overridden);
    }

    public ITargetDefinition Inherit(params Target[] targets)
    {
        foreach (var inherited in targets)
            inherited(this);
        return this;
    }

    public ITargetDefinition Inherit<T>(params Expression<Func<T, Target>>[] targets)
    {
        if (targets.Length == 0)
            return Apply(Component<T>());

        foreach (var expression in targets)
        {
            var member = (expression.Body as MemberExpression)?.Member
                ?? throw new BuildUsageException($"Target '{target.Name}': Inherit<{typeof(T).Name}>(…) takes a property, not '{expression.Body}'.");
            Apply(new TargetProperty((System.Reflection.PropertyInfo)member));
        }

        return this;
    }

    public ITargetDefinition DependsOnContext<T>()
        where T : INukeBuild
    {
        var component = Require<T>();
        DependsOnTargets.Add(TargetProperty.Single<Setup>(typeof(T), target.Name).Invoke(component));
        BeforeTargets.Add(TargetProperty.Single<Cleanup>(typeof(T), target.Name).Invoke(component));
        return this;
    }

    // Calls the property's own implementation, not the one that overrides it; Base() inside refers to that one.
    private TargetDefinition Apply(TargetProperty property)
    {
        properties.Push(property);
        ((Target)property.InvokeNonVirtually(build))(this);
        properties.Pop();
        return this;
    }

    private TargetDefinition Add(List<Delegate> relation, IEnumerable<Delegate> targets)
    {
        relation.AddRange(targets);
        return this;
    }

    private IReadOnlyList<Delegate> Of<T>(Func<T, Target>[] targets)
    {
        var component = Require<T>();
        return targets.Length == 0
            ? [Component<T>().Invoke(build)]
            : [.. targets.Select(x => x(component))];
    }

    private TargetProperty Component<T>() => TargetProperty.Single<Target>(typeof(T), target.Name);

    private T Require<T>() => build is T component
        ? component
        : throw new BuildUsageException(
            $"Target '{target.Name}' refers to {typeof(T).Name}, but {build.GetType().Name} does not implement it. "
            + $"Add {typeof(T).Name} to the build class, or use the Try… form.");
}
