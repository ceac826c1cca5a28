using System.Reflection;
using Nuke.Common;
using Nuke.Common.Tooling;
using Slipway.Workflows;

namespace Slipway.Components;

/// <summary>Parameters of a build class → inputs of workflows.</summary>
internal static class ParameterReader
{
    private const BindingFlags Declared =
        BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    /// <summary>The parameter that a member of this name declares, or that has this name.</summary>
    public static ParameterFacts? Find(INukeBuild build, string name)
    {
        var member = Members(build.GetType()).FirstOrDefault(member =>
            member.IsDefined(typeof(ParameterAttribute))
            && (member.Name[(member.Name.LastIndexOf('.') + 1)..] == name || NameOf(member) == name));
        if (member == null)
            return null;
        var type = member is FieldInfo field ? field.FieldType : ((PropertyInfo)member).PropertyType;
        var (kind, values) = Describe(Nullable.GetUnderlyingType(type) ?? type);
        return new ParameterFacts(
            NameOf(member),
            member.GetCustomAttribute<ParameterAttribute>()!.Description,
            kind,
            member.IsDefined(typeof(RequiredAttribute)),
            member.IsDefined(typeof(SecretAttribute)),
            [.. values]);
    }

    /// <summary>The name of a parameter, with the prefix of its component.</summary>
    public static string NameOf(MemberInfo member)
    {
        var name = member.GetCustomAttribute<ParameterAttribute>()?.Name ?? member.Name[(member.Name.LastIndexOf('.') + 1)..];
        return member.DeclaringType?.GetCustomAttribute<ParameterPrefixAttribute>()?.Prefix + name;
    }

    private static IEnumerable<MemberInfo> Members(Type build)
    {
        for (var type = build; type != null; type = type.BaseType)
        {
            foreach (var member in Of(type))
                yield return member;
        }

        foreach (var member in build.GetInterfaces().OrderBy(x => x.FullName, StringComparer.Ordinal).SelectMany(Of))
            yield return member;

        static IEnumerable<MemberInfo> Of(Type type) => [.. type.GetProperties(Declared), .. type.GetFields(Declared)];
    }

    private static (DispatchInputType Type, IEnumerable<string> Values) Describe(Type type)
    {
        if (type == typeof(bool))
            return (DispatchInputType.Boolean, []);
        if (type.IsEnum)
            return (DispatchInputType.Choice, Enum.GetNames(type));
        if (typeof(Enumeration).IsAssignableFrom(type))
        {
            var fields = type.GetFields(BindingFlags.Public | BindingFlags.Static);
            return (DispatchInputType.Choice, fields.Select(x => x.GetValue(null)?.ToString() ?? x.Name).Order(StringComparer.Ordinal));
        }

        return type.IsPrimitive || type == typeof(decimal) ? (DispatchInputType.Number, []) : (DispatchInputType.String, []);
    }
}
