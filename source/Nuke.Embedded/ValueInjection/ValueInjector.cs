using System.Reflection;
using Nuke.Common.Execution;
using Serilog;

namespace Nuke.Common.ValueInjection;

/// <summary>Gives the members of a build their values.</summary>
internal static class ValueInjector
{
    /// <summary>Parameters come first: hooks and other attributes may read them.</summary>
    public static void InjectParameters(INukeBuild build) => Inject(build, x => x.GetType() == typeof(ParameterAttribute));

    public static void InjectOthers(INukeBuild build) => Inject(build, x => x.GetType() != typeof(ParameterAttribute));

    public static object? TryGetValue(ValueInjectionAttributeBase attribute, MemberInfo member, object instance)
    {
        attribute.Build ??= (INukeBuild)instance;
        try
        {
            return attribute.GetValue(member, instance);
        }
        catch (BuildUsageException)
        {
            throw;
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            if (!attribute.SuppressWarnings && !member.IsDefined(typeof(OptionalAttribute), inherit: true))
                Log.Warning("No value for {Member}: {Reason}", $"{member.DeclaringType!.Name}.{member.Name}", Unwrap(exception).Message);
            return null;
        }
    }

    private static void Inject(INukeBuild build, Func<ValueInjectionAttributeBase, bool> filter)
    {
        var type = build.GetType();
        var allOnDemand = type.IsDefined(typeof(OnDemandValueInjectionAttribute), inherit: true);
        var injections = new List<Injection>();
        foreach (var member in MemberAccess.OfClass(type))
        {
            // Explicitly implemented component members ask for their value themselves.
            if (allOnDemand
                || member.Name.Contains('.', StringComparison.Ordinal)
                || !member.IsDefined(typeof(ValueInjectionAttributeBase), inherit: true)
                || member.IsDefined(typeof(OnDemandAttribute), inherit: true))
                continue;
            var attribute = member.GetCustomAttribute<ValueInjectionAttributeBase>(inherit: true)!;
            if (filter(attribute))
                injections.Add(new Injection(member, attribute));
        }

        if (injections.Exists(x => x.Attribute.Priority != 0))
            injections = [.. injections.OrderByDescending(x => x.Attribute.Priority)];
        foreach (var (member, attribute) in injections)
        {
            // A null never overwrites the initializer, so initializers are defaults.
            if (TryGetValue(attribute, member, build) is { } value && IsInjectable(member))
                MemberAccess.SetValue(member, build, value);
        }
    }

    // `string X => TryGetValue(() => X)` on a class computes its own value.
    private static bool IsInjectable(MemberInfo member)
        => member is not PropertyInfo { SetMethod: null } property
            || property.DeclaringType!.GetField($"<{property.Name}>k__BackingField", BindingFlags.Instance | BindingFlags.Static | BindingFlags.NonPublic) != null;

    private static Exception Unwrap(Exception exception)
        => exception is TargetInvocationException { InnerException: { } inner } ? Unwrap(inner) : exception;

    private sealed record Injection(MemberInfo Member, ValueInjectionAttributeBase Attribute);
}
