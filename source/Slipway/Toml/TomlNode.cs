namespace Slipway.Toml;

/// <summary>A value of a TOML file, with the place that errors name; both count from one.</summary>
internal abstract record TomlNode(int Line, int Column);

internal sealed record TomlText(string Value, int Line, int Column) : TomlNode(Line, Column);

/// <summary>A number, a truth value or a date, as it stands in the file.</summary>
internal sealed record TomlScalar(object Value, int Line, int Column) : TomlNode(Line, Column);

internal sealed record TomlList(List<TomlNode> Items, int Line, int Column) : TomlNode(Line, Column);

internal sealed record TomlGroup(SortedDictionary<string, TomlNode> Entries, int Line, int Column) : TomlNode(Line, Column)
{
    public TomlNode? this[string key] => Entries.GetValueOrDefault(key);
}
