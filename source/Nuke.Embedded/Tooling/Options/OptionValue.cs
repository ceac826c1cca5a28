using System.Collections;
using System.ComponentModel;
using System.Globalization;
using Nuke.Common.Utilities.Collections;

namespace Nuke.Common.Tooling;

/// <summary>
/// What options keep: scalars as they are, lists, dictionaries and lookups as copies in one form each, so that a
/// property may be declared with any collection type.
/// </summary>
internal static class OptionValue
{
    public static object? Freeze(object? value) => value switch
    {
        null or string => value,
        IDictionary dictionary => FreezeDictionary(dictionary.Cast<object>()),
        IEnumerable items when IsOf(items, typeof(IEnumerable<>), typeof(KeyValuePair<,>)) => FreezeDictionary(items.Cast<object>()),
        IEnumerable items when IsOf(items, typeof(ILookup<,>)) => FreezeLookup(items.Cast<IEnumerable>()),
        IEnumerable items => items.Cast<object?>().ToList(),
        _ => value,
    };

    public static object? Convert(object? value, Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        return value switch
        {
            null => null,
            List<object?> list => ConvertList(list, type),
            OrderedDictionary<object, object?> dictionary => ConvertDictionary(dictionary, type),
            LookupTable<object, object?> lookup => ConvertLookup(lookup, type),
            _ when type.IsInstanceOfType(value) => value,
            _ => ConvertScalar(value, type),
        };
    }

    private static object ConvertScalar(object value, Type type)
    {
        var text = System.Convert.ToString(value, CultureInfo.InvariantCulture)!;
        if (type == typeof(string))
            return text;
        var converter = TypeDescriptor.GetConverter(type);
        if (converter.CanConvertFrom(value.GetType()))
            return converter.ConvertFrom(null, CultureInfo.InvariantCulture, value)!;
        return converter.CanConvertFrom(typeof(string))
            ? converter.ConvertFromInvariantString(text)!
            : System.Convert.ChangeType(value, type, CultureInfo.InvariantCulture);
    }

    private static object ConvertList(List<object?> list, Type type)
    {
        var element = ArgumentsOf(type, typeof(IEnumerable<>)) is [var only] ? only : typeof(object);
        var result = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(element))!;
        list.ForEach(x => result.Add(Convert(x, element)));
        if (!type.IsArray)
            return result;
        var array = Array.CreateInstance(element, result.Count);
        result.CopyTo(array, 0);
        return array;
    }

    private static object ConvertDictionary(OrderedDictionary<object, object?> dictionary, Type type)
    {
        var (key, item) = ArgumentsOf(type, typeof(IReadOnlyDictionary<,>), typeof(IDictionary<,>)) is [var first, var second]
            ? (first, second)
            : (typeof(object), typeof(object));
        var result = (IDictionary)Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(key, item))!;
        foreach (var (name, value) in dictionary)
            result.Add(Convert(name, key)!, Convert(value, item));
        return result;
    }

    private static object ConvertLookup(LookupTable<object, object?> lookup, Type type)
    {
        var (key, item) = ArgumentsOf(type, typeof(ILookup<,>)) is [var first, var second] ? (first, second) : (typeof(object), typeof(object));
        var table = typeof(LookupTable<,>).MakeGenericType(key, item);
        var result = Activator.CreateInstance(table, [null])!;
        var add = table.GetMethod(nameof(LookupTable<,>.AddRange))!;
        foreach (var group in lookup)
            add.Invoke(result, [Convert(group.Key, key), ConvertList([.. group], typeof(List<>).MakeGenericType(item))]);
        return result;
    }

    private static OrderedDictionary<object, object?> FreezeDictionary(IEnumerable<object> entries)
    {
        var result = new OrderedDictionary<object, object?>();
        foreach (var entry in entries)
        {
            var (key, value) = entry is DictionaryEntry old ? (old.Key, old.Value) : PairOf(entry);
            result.Add(key, value);
        }

        return result;
    }

    private static LookupTable<object, object?> FreezeLookup(IEnumerable<IEnumerable> groups)
    {
        var result = new LookupTable<object, object?>();
        foreach (var group in groups)
            result.AddRange(group.GetType().GetInterface("IGrouping`2")!.GetProperty("Key")!.GetValue(group)!, group.Cast<object?>().ToList());
        return result;
    }

    private static (object Key, object? Value) PairOf(object pair)
        => (pair.GetType().GetProperty("Key")!.GetValue(pair)!, pair.GetType().GetProperty("Value")!.GetValue(pair));

    private static bool IsOf(object value, Type definition, Type? element = null)
        => ArgumentsOf(value.GetType(), definition) is { } arguments
            && (element == null || (arguments is [{ IsGenericType: true } only] && only.GetGenericTypeDefinition() == element));

    private static Type[]? ArgumentsOf(Type type, params Type[] definitions)
        => type.GetInterfaces().Prepend(type)
            .FirstOrDefault(x => x.IsGenericType && definitions.Contains(x.GetGenericTypeDefinition()))
            ?.GetGenericArguments();
}
