using System.Reflection;
using Nuke.Common;

namespace Slipway.Components;

/// <summary>The properties that declare a target: the build class's before those of its components.</summary>
internal static class TargetMembers
{
    private const BindingFlags Declared = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    public static bool Exists(Type build, string target) => Of(build, target).Any();

    /// <summary>The attributes of one kind on the first of these properties that carries any.</summary>
    public static IReadOnlyList<T> Attributes<T>(Type build, string target)
        where T : Attribute => Of(build, target)
            .Select(property => property.GetCustomAttributes<T>(inherit: false).ToList())
            .FirstOrDefault(attributes => attributes.Count > 0) ?? [];

    private static IEnumerable<PropertyInfo> Of(Type build, string target)
    {
        for (var type = build; type != null; type = type.BaseType)
        {
            foreach (var property in type.GetProperties(Declared).Where(x => Declares(x, target)))
                yield return property;
        }

        // A component that extends another comes before it.
        foreach (var type in build.GetInterfaces().OrderByDescending(x => x.GetInterfaces().Length).ThenBy(x => x.FullName, StringComparer.Ordinal))
        {
            foreach (var property in type.GetProperties(Declared).Where(x => Declares(x, target)))
                yield return property;
        }
    }

    // Explicit implementations are named after their interface.
    private static bool Declares(PropertyInfo property, string target) =>
        property.PropertyType == typeof(Target)
        && property.Name.AsSpan(property.Name.LastIndexOf('.') + 1).SequenceEqual(target);
}
