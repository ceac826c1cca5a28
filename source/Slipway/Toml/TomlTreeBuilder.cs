using Tomlyn;
using Tomlyn.Parsing;

namespace Slipway.Toml;

/// <summary>Puts what the parser finds together: a table may be opened in several places of a file.</summary>
internal sealed class TomlTreeBuilder
{
    private readonly TomlParser _parser;

    private TomlTreeBuilder(string text) => _parser = TomlParser.Create(text, new TomlParserOptions(), TomlSerializerOptions.Default);

    public static TomlGroup Build(string text)
    {
        var builder = new TomlTreeBuilder(text);
        while (builder._parser.MoveNext())
        {
            if (builder._parser.Current.Kind == TomlParseEventKind.StartTable)
                return builder.ReadGroup(1, 1);
        }

        return new TomlGroup(new(StringComparer.Ordinal), 1, 1);
    }

    private TomlGroup ReadGroup(int line, int column)
    {
        var entries = new SortedDictionary<string, TomlNode>(StringComparer.Ordinal);
        (int Line, int Column)? first = null;
        while (_parser.MoveNext() && _parser.Current.Kind != TomlParseEventKind.EndTable)
        {
            var (name, place) = (_parser.GetPropertyName(), _parser.Current);
            first ??= (place.Line, place.Column);
            _parser.MoveNext();
            var value = ReadValue(place.Line, place.Column);
            if (!entries.TryGetValue(name, out var before))
                entries.Add(name, value);
            else if (!Merge(before, value))
                throw new TomlException($"({place.Line},{place.Column}) : error : The key {name} is there twice");
        }

        // A table is where its first key is: what begins it in a header has no place of its own.
        return first is var (row, start) ? new TomlGroup(entries, row, start) : new TomlGroup(entries, line, column);
    }

    private TomlNode ReadValue(int line, int column)
    {
        var value = _parser.Current;
        var (row, place) = value.Line > 0 ? (value.Line, value.Column) : (line, column);
        switch (value.Kind)
        {
            case TomlParseEventKind.StartTable:
                return ReadGroup(row, place);
            case TomlParseEventKind.StartArray:
                var items = new List<TomlNode>();
                while (_parser.MoveNext() && _parser.Current.Kind != TomlParseEventKind.EndArray)
                    items.Add(ReadValue(row, place));
                return new TomlList(items, row, place);
            case TomlParseEventKind.String:
                return new TomlText(_parser.GetString(), row, place);
            case TomlParseEventKind.Integer:
                return new TomlScalar(value.GetInt64(), row, place);
            case TomlParseEventKind.Float:
                return new TomlScalar(value.GetDouble(), row, place);
            case TomlParseEventKind.Boolean:
                return new TomlScalar(value.GetBoolean(), row, place);
            case TomlParseEventKind.DateTime:
                return new TomlScalar(value.GetTomlDateTime(), row, place);
            default:
                throw new TomlException($"({row},{place}) : error : A value is missing");
        }
    }

    private static bool Merge(TomlNode before, TomlNode value)
    {
        switch (before, value)
        {
            case (TomlGroup one, TomlGroup other):
                foreach (var (key, node) in other.Entries)
                {
                    if (!one.Entries.TryAdd(key, node) && !Merge(one.Entries[key], node))
                        return false;
                }

                return true;
            case (TomlList one, TomlList other):
                one.Items.AddRange(other.Items);
                return true;
            default:
                return false;
        }
    }
}
