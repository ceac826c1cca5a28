using System.Collections;
using System.ComponentModel;
using System.Globalization;
using Nuke.Common.IO;

namespace Nuke.Common.ValueInjection;

/// <summary>Text to values of a parameter's type.</summary>
internal static class ParameterConverter
{
    /// <summary>The element type of a list, otherwise the type itself.</summary>
    public static Type ElementType(Type type)
    {
        if (type == typeof(string))
            return type;
        if (type.IsArray)
            return type.GetElementType()!;
        return type.IsGenericType && typeof(IEnumerable).IsAssignableFrom(type) && type.GetGenericArguments() is [var element]
            ? element
            : type;
    }

    /// <exception cref="FormatException">A text is no value of the type; the message says what would be.</exception>
    public static object? Convert(IReadOnlyList<string> texts, BuildParameter parameter, AbsolutePath directory)
    {
        if (!parameter.IsList)
        {
            return texts switch
            {
                [] when parameter.IsFlag => true,
                [] => throw new FormatException("it needs a value"),
                [var text] => ConvertOne(text, parameter.Type, directory),
                _ => throw new FormatException($"it takes one value, not {texts.Count}"),
            };
        }

        if (texts is [var single] && parameter.Attribute?.Separator is { Length: > 0 } separator)
            texts = single.Split(separator[0], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var array = Array.CreateInstance(parameter.ElementType, texts.Count);
        for (var i = 0; i < texts.Count; i++)
            array.SetValue(ConvertOne(texts[i], parameter.ElementType, directory), i);
        return FitCollection(array, parameter.Type);
    }

    public static object FitCollection(Array array, Type type)
    {
        if (type.IsInstanceOfType(array))
            return array;
        var concrete = type.IsInterface ? typeof(HashSet<>).MakeGenericType(array.GetType().GetElementType()!) : type;
        return type.IsAssignableFrom(concrete) && concrete.GetConstructor([array.GetType().GetInterfaces().First(x => x.IsGenericType && x.GetGenericTypeDefinition() == typeof(IEnumerable<>))]) != null
            ? Activator.CreateInstance(concrete, array)!
            : throw new FormatException($"a {type.Name} cannot be made of values; declare an array or a list");
    }

    private static object ConvertOne(string text, Type type, AbsolutePath directory)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type == typeof(string))
            return text;
        if (type == typeof(bool))
            return ConvertFlag(text);
        if (type == typeof(AbsolutePath))
            return AbsolutePath.Create(Path.GetFullPath(text, directory));
        if (type.IsEnum)
            return ConvertEnum(text, type);

        var converter = TypeDescriptor.GetConverter(type);
        try
        {
            if (converter.CanConvertFrom(typeof(string)))
                return converter.ConvertFrom(null, CultureInfo.InvariantCulture, text)!;
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            throw new FormatException(Expected(text, type), exception);
        }

        throw new FormatException($"values of type {type.Name} cannot be given as text");
    }

    // An empty environment variable is how shells say no.
    private static object ConvertFlag(string text) => text.ToUpperInvariant() switch
    {
        "TRUE" or "1" or "YES" or "ON" => true,
        "FALSE" or "0" or "NO" or "OFF" or "" => false,
        _ => throw new FormatException($"'{text}' is neither true nor false"),
    };

    private static object ConvertEnum(string text, Type type)
        => Enum.TryParse(type, text, ignoreCase: true, out var value) && !int.TryParse(text, out _)
            && (!text.Contains(',', StringComparison.Ordinal) || type.IsDefined(typeof(FlagsAttribute), inherit: false))
            ? value
            : throw new FormatException(Expected(text, type));

    private static string Expected(string text, Type type)
    {
        var values = ParameterValueSet.OfType(type)?.Select(x => x.Text).ToList();
        return values == null
            ? $"'{text}' is not {Kind(type)}"
            : $"'{text}' is none of {string.Join(", ", values)}.{Suggestion.For(text, values)}".TrimEnd('.');
    }

    private static string Kind(Type type) => Type.GetTypeCode(type) switch
    {
        TypeCode.Int32 or TypeCode.Int64 or TypeCode.Int16 or TypeCode.UInt32 or TypeCode.UInt64 or TypeCode.Byte => "a whole number in range",
        TypeCode.Double or TypeCode.Single or TypeCode.Decimal => "a number",
        _ => $"a {type.Name}",
    };
}
