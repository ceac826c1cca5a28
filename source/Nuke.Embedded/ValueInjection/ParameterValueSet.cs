using System.Reflection;
using Nuke.Common.Tooling;

namespace Nuke.Common.ValueInjection;

/// <summary>The values a parameter can have.</summary>
internal static class ParameterValueSet
{
    public static IEnumerable<(string Text, object Object)>? Get(ParameterAttribute attribute, MemberInfo member, object instance)
    {
        if (attribute.ValueProviderMember == null)
            return OfType(ParameterConverter.ElementType(MemberAccess.TypeOf(member)));

        var type = attribute.ValueProviderType ?? instance.GetType();
        var provider = MemberAccess.Find(type, attribute.ValueProviderMember)
            ?? throw new Execution.BuildUsageException(
                $"Parameter '{member.Name}': {type.Name} has no member '{attribute.ValueProviderMember}' to provide its values.");
        return ((IEnumerable<string>)MemberAccess.GetValue(provider, instance)!).Select(x => (x, (object)x));
    }

    public static IEnumerable<(string Text, object Object)>? OfType(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type.IsEnum)
            return Enum.GetNames(type).Order(StringComparer.Ordinal).Select(x => (x, Enum.Parse(type, x)));
        if (type.IsSubclassOf(typeof(Enumeration)))
        {
            return type.GetFields(BindingFlags.Public | BindingFlags.Static)
                .OrderBy(x => x.Name, StringComparer.Ordinal)
                .Select(x => (x.Name, x.GetValue(null)!));
        }

        return null;
    }
}
