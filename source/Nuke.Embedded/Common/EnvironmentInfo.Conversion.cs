using System.ComponentModel;
using System.Globalization;

namespace Nuke.Common;

public static partial class EnvironmentInfo
{
    private static CultureInfo Invariant => CultureInfo.InvariantCulture;

    private static T Convert<T>(string[] values, char? separator, string source)
    {
        if (typeof(T).GetElementType() is { } elementType && typeof(T).IsArray)
        {
            var parts = separator is { } character ? values.SelectMany(x => x.Split(character)).ToArray() : values;
            var result = Array.CreateInstance(elementType, parts.Length);
            for (var i = 0; i < parts.Length; i++)
                result.SetValue(ConvertOne(parts[i], elementType, source), i);
            return (T)(object)result;
        }

        var type = Nullable.GetUnderlyingType(typeof(T)) ?? typeof(T);
        if (type == typeof(bool) && values is [])
            return (T)(object)true;
        Assert.True(values.Length == 1, $"Expected one value for {source}, but there are {values.Length}");
        return (T)ConvertOne(values[0], type, source);
    }

    private static object ConvertOne(string value, Type type, string source)
    {
        if (type == typeof(string))
            return value;
        if (type == typeof(bool) && value.Length == 0)
            return false;
        try
        {
            return TypeDescriptor.GetConverter(type).ConvertFromInvariantString(value)!;
        }
        catch (Exception exception)
        {
            // The value may be a secret: name where it comes from, not what it is.
            throw new ArgumentException($"The value of {source} cannot be read as {type.Name}", exception);
        }
    }
}
