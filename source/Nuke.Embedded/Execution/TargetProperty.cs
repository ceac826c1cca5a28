using System.Reflection;
using System.Runtime.CompilerServices;

namespace Nuke.Common.Execution;

/// <summary>A property that declares a target, and the ways to read it.</summary>
internal sealed class TargetProperty(PropertyInfo property)
{
    private const BindingFlags Declared =
        BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    // Components are asked again and again, and reflection is slow.
    private static readonly Dictionary<Type, PropertyInfo[]> Known = [];

    public PropertyInfo Property => property;

    public Type DeclaringType => property.DeclaringType!;

    /// <summary>The last segment: explicit implementations are named after their interface.</summary>
    public string Name => property.Name[(property.Name.LastIndexOf('.') + 1)..];

    /// <summary>The property of the base class that this one overrides or hides.</summary>
    public TargetProperty? Overridden
    {
        get
        {
            for (var type = DeclaringType.BaseType; type != null; type = type.BaseType)
            {
                if (type.GetProperty(Name, Declared) is { } overridden && IsTarget(overridden.PropertyType))
                    return new TargetProperty(overridden);
            }

            return null;
        }
    }

    public static bool IsTarget(Type type) => type == typeof(Target) || type == typeof(Setup) || type == typeof(Cleanup);

    public static PropertyInfo[] DeclaredBy(Type type)
    {
        if (!Known.TryGetValue(type, out var properties))
            Known[type] = properties = [.. type.GetProperties(Declared).Where(x => IsTarget(x.PropertyType) && x.GetMethod != null)];
        return properties;
    }

    /// <summary>The only property of that delegate type that a component declares.</summary>
    public static TargetProperty Single<TDelegate>(Type component, string referringTarget)
        where TDelegate : Delegate
    {
        var candidates = DeclaredBy(component).Where(x => x.PropertyType == typeof(TDelegate) && !x.Name.Contains('.', StringComparison.Ordinal)).ToList();
        return candidates.Count == 1
            ? new TargetProperty(candidates[0])
            : throw new BuildUsageException(
                $"Target '{referringTarget}' names component {component.Name} without saying which target; it declares "
                + (candidates.Count == 0 ? "none." : string.Join(", ", candidates.Select(x => x.Name)) + $". Write <{component.Name}>(x => x.{candidates[0].Name})."));
    }

    /// <summary>Reads the property as any caller would.</summary>
    public Delegate Invoke(object build) => property.GetMethod!.CreateDelegate<Func<Delegate>>(build)();

    /// <summary>Reads the property as it stands in its declaring type, whatever overrides it.</summary>
    public Delegate InvokeNonVirtually(object build)
    {
        // A delegate made from the method's own entry point does not dispatch virtually. Default implementations of
        // interfaces have an entry point too.
        var getter = property.GetMethod!;
        if (getter.IsAbstract)
            throw new BuildUsageException($"{DeclaringType.Name}.{Name} has no implementation to inherit.");
        RuntimeHelpers.PrepareMethod(getter.MethodHandle);
        return ((Func<Delegate>)Activator.CreateInstance(
            typeof(Func<Delegate>), build, getter.MethodHandle.GetFunctionPointer())!)();
    }
}
