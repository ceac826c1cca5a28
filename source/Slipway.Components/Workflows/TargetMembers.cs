using System.Reflection;
using Nuke.Common;

namespace Slipway.Components;

/// <summary>The properties that declare a target: the build class's before those of its components.</summary>
internal static class TargetMembers
{
    private const BindingFlags Declared = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<Type, ILookup<string, PropertyInfo>> Known = [];

    public static bool Exists(Type build, string target) => Of(build).Contains(target);

    /// <summary>The attributes of these properties: of each kind, those of the first property that carries any.</summary>
    public static IReadOnlyList<Attribute> Attributes(Type build, string target)
    {
        var result = new List<Attribute>();
        foreach (var property in Of(build)[target])
        {
            var known = result.Select(attribute => attribute.GetType()).ToHashSet();
            result.AddRange(property.GetCustomAttributes(inherit: false).Cast<Attribute>().Where(attribute => !known.Contains(attribute.GetType())));
        }

        return result;
    }

    private static ILookup<string, PropertyInfo> Of(Type build)
    {
        lock (Known)
        {
            if (!Known.TryGetValue(build, out var members))
                Known[build] = members = Find(build).ToLookup(NameOf, StringComparer.Ordinal);
            return members;
        }
    }

    private static IEnumerable<PropertyInfo> Find(Type build)
    {
        var types = new List<Type>();
        for (var type = build; type != null; type = type.BaseType)
            types.Add(type);
        // A component that extends another comes before it.
        types.AddRange(build.GetInterfaces().OrderByDescending(x => x.GetInterfaces().Length).ThenBy(x => x.FullName, StringComparer.Ordinal));
        return types.SelectMany(type => type.GetProperties(Declared)).Where(property => property.PropertyType == typeof(Target));
    }

    // Explicit implementations are named after their interface.
    private static string NameOf(PropertyInfo property) => property.Name[(property.Name.LastIndexOf('.') + 1)..];
}
