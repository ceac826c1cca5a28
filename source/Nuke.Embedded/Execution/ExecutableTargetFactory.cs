using System.Linq.Expressions;
using System.Reflection;

namespace Nuke.Common.Execution;

/// <summary>Finds the targets of a build class and its components and resolves what they say of each other.</summary>
internal static class ExecutableTargetFactory
{
    public static IReadOnlyList<ExecutableTarget> Create<T>(T build, IReadOnlyList<Expression<Func<T, Target>>> defaults)
        where T : INukeBuild
    {
        var properties = Discover(build.GetType());
        var defaultFactories = defaults.Select(x => (Delegate)MemberAccessOrCompile(x, build)).ToList();
        var targets = properties.Select(x => new ExecutableTarget
        {
            Member = x.Property,
            Name = x.Name,
            Factory = x.Invoke(build),
        }).ToList();

        var definitions = new List<(ExecutableTarget Target, TargetDefinition Definition)>(targets.Count);
        for (var i = 0; i < targets.Count; i++)
        {
            var target = targets[i];
            target.IsDefault = defaultFactories.Contains(target.Factory);
            var definition = new TargetDefinition(build, target, new Stack<TargetProperty>([properties[i]]));
            target.Factory.DynamicInvokeFast(definition);
            definitions.Add((target, definition));
        }

        foreach (var (target, definition) in definitions)
            Link(target, definition, targets);
        foreach (var target in targets)
            LinkContext(target, targets);
        return targets;
    }

    private static void Link(ExecutableTarget target, TargetDefinition definition, List<ExecutableTarget> all)
    {
        Connect(definition.DependsOnTargets, x => target.ExecutionDependencies.Add(x));
        Connect(definition.DependentForTargets, x => x.ExecutionDependencies.Add(target));
        Connect(definition.BeforeTargets, x => x.OrderDependencies.Add(target));
        Connect(definition.AfterTargets, x => target.OrderDependencies.Add(x));
        Connect(definition.TriggersTargets, x => Trigger(target, x));
        Connect(definition.TriggeredByTargets, x => Trigger(x, target));
        foreach (var (consumed, artifacts) in definition.ConsumesTargets)
        {
            var producer = Find(consumed);
            target.ArtifactDependencies.AddRange(producer, artifacts.Length == 0 ? producer.ArtifactProducts : artifacts);
        }

        void Connect(List<Delegate> factories, Action<ExecutableTarget> connect) => factories.Select(Find).ToList().ForEach(connect);

        ExecutableTarget Find(Delegate factory) => all.FirstOrDefault(x => x.Factory.Equals(factory))
            ?? throw new BuildUsageException(
                $"Target '{target.Name}' refers to a target that is no property of {all[0].Member.ReflectedType?.Name ?? "the build class"}. "
                + "Targets are properties of type Target; their lambdas must not capture local variables.");
    }

    // A Setup is followed by the Cleanup that the same component declares, whatever happens in between.
    private static void LinkContext(ExecutableTarget target, List<ExecutableTarget> all)
    {
        if (target.Factory is not Setup)
            return;
        if (all.FirstOrDefault(x => x.Factory is Cleanup && x.Member.DeclaringType == target.Member.DeclaringType) is not { } cleanup)
            throw new BuildUsageException($"{target.Member.DeclaringType!.Name} declares the Setup '{target.Name}' but no Cleanup.");
        Trigger(target, cleanup);
        cleanup.AssuredAfterFailure = true;
    }

    private static void Trigger(ExecutableTarget trigger, ExecutableTarget triggered)
    {
        trigger.Triggers.Add(triggered);
        triggered.TriggerDependencies.Add(trigger);
    }

    private static Target MemberAccessOrCompile<T>(Expression<Func<T, Target>> expression, T build)
        => expression.Body is MemberExpression { Member: PropertyInfo property }
            ? (Target)new TargetProperty(property).Invoke(build!)
            : expression.Compile(preferInterpretation: true)(build);

    private static void DynamicInvokeFast(this Delegate factory, ITargetDefinition definition)
    {
        _ = factory switch
        {
            Target target => target(definition),
            Setup setup => setup(definition),
            Cleanup cleanup => cleanup(definition),
            _ => throw new InvalidOperationException(),
        };
    }

    // The class's own targets in the order of the source, base classes first; then the components'.
    private static List<TargetProperty> Discover(Type type)
    {
        var ofClass = new List<TargetProperty>();
        var hierarchy = new Stack<Type>();
        for (var current = type; current != null && current != typeof(object); current = current.BaseType)
            hierarchy.Push(current);
        foreach (var property in hierarchy.SelectMany(TargetProperty.DeclaredBy).Select(x => new TargetProperty(x)))
        {
            // An override takes the place of what it overrides.
            var index = ofClass.FindIndex(x => x.Property.Name == property.Property.Name);
            if (index < 0)
                ofClass.Add(property);
            else
                ofClass[index] = property;
        }

        var ofInterfaces = type.GetInterfaces()
            .SelectMany(TargetProperty.DeclaredBy)
            // Explicit implementations inside interfaces are reached through what they implement.
            .Where(x => !x.Name.Contains('.', StringComparison.Ordinal))
            .Select(x => new TargetProperty(x))
            .ToList();
        List<TargetProperty> all = [.. ofClass.Select(x => ThroughInterface(x, type, ofInterfaces)), .. Unimplemented(ofClass, ofInterfaces)];
        RefuseDuplicates(all);
        return all;
    }

    private static void RefuseDuplicates(List<TargetProperty> all)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var property in all)
        {
            if (names.Add(property.Name))
                continue;
            var owners = string.Join(" and ", all.Where(x => x.Name == property.Name).Select(x => x.DeclaringType.Name));
            throw new BuildUsageException($"Two targets are called '{property.Name}': those of {owners}. Rename one of them.");
        }
    }

    // Explicit implementations are read as their callers read them, so that references are equal.
    private static TargetProperty ThroughInterface(TargetProperty property, Type type, List<TargetProperty> ofInterfaces)
        => property.Property.Name.Contains('.', StringComparison.Ordinal)
            ? ofInterfaces.First(x => x.Name == property.Name && IsImplementedBy(x, property.Property.GetMethod!, type))
            : property;

    private static bool IsImplementedBy(TargetProperty ofInterface, MethodInfo getter, Type type)
    {
        var map = type.GetInterfaceMap(ofInterface.DeclaringType);
        var index = Array.FindIndex(map.InterfaceMethods, x => x.MetadataToken == ofInterface.Property.GetMethod!.MetadataToken);
        return map.TargetMethods[index].MethodHandle == getter.MethodHandle;
    }

    private static IEnumerable<TargetProperty> Unimplemented(List<TargetProperty> ofClass, List<TargetProperty> ofInterfaces)
    {
        foreach (var group in ofInterfaces.GroupBy(x => x.Name))
        {
            // An interface that declares the name again hides what it derives from.
            var candidates = group.Where(x => !group.Any(y => y != x && x.DeclaringType.IsAssignableFrom(y.DeclaringType))).ToList();
            var inClass = ofClass.Where(x => x.Name == group.Key).ToList();
            if (inClass.Any(x => x.Property.Name.Contains('.', StringComparison.Ordinal)))
                continue;

            if (inClass is [var own])
            {
                if (own.Property.GetMethod!.IsPublic)
                    continue;
                throw new BuildUsageException(
                    $"Target '{group.Key}' of {own.DeclaringType.Name} must be public, or it hides the one of {Names(candidates)} without implementing it.");
            }

            if (candidates.Count > 1)
            {
                throw new BuildUsageException(
                    $"Target '{group.Key}' comes from several components: {Names(candidates)}. Say which by implementing it in the build class: "
                    + $"public Target {group.Key} => _ => _.Inherit<{candidates[0].DeclaringType.Name}>(x => x.{group.Key});");
            }

            yield return candidates[0];
        }
    }

    private static string Names(IEnumerable<TargetProperty> properties)
        => string.Join(", ", properties.Select(x => x.DeclaringType.Name).Order(StringComparer.Ordinal));
}
