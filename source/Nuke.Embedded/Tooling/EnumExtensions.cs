using System.Reflection;

namespace Nuke.Common.Tooling;

public static class EnumExtensions
{
    /// <summary>What the value is written as: its <see cref="EnumValueAttribute"/>, or its name.</summary>
    public static string GetValue<T>(this T value)
        where T : Enum
    {
        var name = value.ToString();
        return value.GetType().GetField(name)?.GetCustomAttribute<EnumValueAttribute>()?.Value ?? name;
    }
}
