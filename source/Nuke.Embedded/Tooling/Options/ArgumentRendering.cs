using System.Globalization;
using System.Reflection;
using Nuke.Common.Utilities;
using Nuke.Common.Utilities.Collections;

namespace Nuke.Common.Tooling;

/// <summary>Writes the value of an option on the command line.</summary>
internal static class ArgumentRendering
{
    private const string Key = "{key}";
    private const string Value = "{value}";

    public static IEnumerable<string> Render(ArgumentAttribute argument, PropertyInfo property, ToolOptions options)
    {
        switch (OptionValue.Freeze(property.GetValue(options)))
        {
            case null:
                return argument.AlternativeFormat is { } alternative ? [alternative] : [];
            case bool flag when !argument.Format.Contains(Value, StringComparison.Ordinal) && argument.FormatterMethod == null:
                return flag ? [argument.Format] : [];
            case List<object?> list:
                return RenderList(argument, [.. list.Select(x => Text(x, argument, property, options))]);
            case OrderedDictionary<object, object?> dictionary:
                return RenderPairs(argument, dictionary.Select(x => (Text(x.Key), Text(x.Value, argument, property, options))));
            case LookupTable<object, object?> lookup:
                return RenderPairs(argument, lookup.SelectMany(x => Inner(argument, Text(x.Key), x.Select(v => Text(v, argument, property, options)))));
            case var value:
                return [Fill(argument.Format, "", Text(value, argument, property, options))];
        }
    }

    /// <summary>The texts that stand for values.</summary>
    public static IEnumerable<string> Values(ArgumentAttribute argument, PropertyInfo property, ToolOptions options)
        => (OptionValue.Freeze(property.GetValue(options)) switch
        {
            null => [],
            List<object?> list => list,
            OrderedDictionary<object, object?> dictionary => dictionary.Values,
            LookupTable<object, object?> lookup => lookup.SelectMany(x => x),
            var value => Enumerable.Repeat<object?>(value, 1),
        }).Select(x => Text(x, argument, property, options));

    private static IEnumerable<string> RenderList(ArgumentAttribute argument, IReadOnlyList<string> values)
    {
        if (argument.Separator is not { } separator)
            return values.Select(x => Fill(argument.Format, "", x));
        if (values.Count == 0)
            return [];
        var text = argument.QuoteMultiple && values.Count > 1
            ? string.Join(separator, values).DoubleQuote()
            : string.Join(separator, values.Select(ArgumentText.QuoteIfNeeded));
        return [argument.Format.Replace(Value, text, StringComparison.Ordinal)];
    }

    private static IEnumerable<string> RenderPairs(ArgumentAttribute argument, IEnumerable<(string Key, string Value)> pairs)
    {
        if (argument.Separator is not { } separator)
            return pairs.Select(x => Fill(argument.Format, x.Key, x.Value));

        // "--set {key}={value}" repeats "{key}={value}".
        var format = argument.Format;
        var start = format.IndexOf(Key, StringComparison.Ordinal);
        var end = format.IndexOf(Value, StringComparison.Ordinal) + Value.Length;
        var items = pairs.Select(x => Fill(format[start..end], x.Key, x.Value)).ToList();
        return items.Count == 0 ? [] : [format[..start] + string.Join(separator, items) + format[end..]];
    }

    private static IEnumerable<(string Key, string Value)> Inner(ArgumentAttribute argument, string key, IEnumerable<string> values)
        => argument.InnerSeparator is { } separator
            ? [(key, string.Join(separator, values))]
            : values.Select(x => (key, x));

    private static string Fill(string format, string key, string value) => format
        .Replace(Key, ArgumentText.QuoteIfNeeded(key), StringComparison.Ordinal)
        .Replace(Value, value.Length == 0 && format == Value ? "\"\"" : ArgumentText.QuoteIfNeeded(value), StringComparison.Ordinal);

    private static string Text(object? value, ArgumentAttribute argument, PropertyInfo property, ToolOptions options)
    {
        if (argument.FormatterMethod is not { } name)
            return Text(value);
        var type = argument.FormatterType ?? options.GetType();
        var method = FindMethod(type, name) ?? throw new InvalidOperationException($"{type.Name} has no method '{name}' to format {property.Name}.");
        object?[] arguments = method.GetParameters().Length == 1 ? [value] : [value, property];
        return Text(method.Invoke(method.IsStatic ? null : argument.FormatterType == null ? options : Activator.CreateInstance(type), arguments));
    }

    private static MethodInfo? FindMethod(Type? type, string name)
    {
        for (; type != null; type = type.BaseType)
        {
            const BindingFlags Any = BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
            if (type.GetMethod(name, Any) is { } method)
                return method;
        }

        return null;
    }

    private static string Text(object? value) => value switch
    {
        null => "",
        bool flag => flag ? "true" : "false",
        Enum member => member.GetValue(),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };
}
