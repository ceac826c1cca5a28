using System.Globalization;
using Tomlyn.Model;

namespace Slipway.Secrets.Rules;

/// <summary>A table of a rule file, whose keys gitleaks reads in any case.</summary>
internal sealed class RuleTable(TomlTable table, string place, string file)
{
    private readonly Dictionary<string, object?> _values = table
        .GroupBy(pair => pair.Key, StringComparer.OrdinalIgnoreCase)
        .ToDictionary(group => group.Key, group => (object?)group.Last().Value, StringComparer.OrdinalIgnoreCase);

    public string Place => place;

    /// <summary>A key that is mistyped must not be passed over: what it says would be missing.</summary>
    public RuleTable Knows(params string[] keys)
    {
        var unknown = _values.Keys.Except(keys, StringComparer.OrdinalIgnoreCase).Order(StringComparer.Ordinal).FirstOrDefault();
        return unknown is null ? this : throw Wrong($"has '{unknown}', which is not known here", $"Known are {string.Join(", ", keys)}.");
    }

    public bool Has(string key) => _values.ContainsKey(key);

    public string? Text(string key) => Get<string>(key, "a text");

    public bool Flag(string key) => Get<object>(key, "true or false") switch
    {
        null => false,
        bool flag => flag,
        _ => throw Wrong($"has a '{key}' that is not true or false"),
    };

    public double Number(string key) => Get<object>(key, "a number") switch
    {
        null => 0,
        long number and >= 0 => number,
        double number when number >= 0 && double.IsFinite(number) => number,
        _ => throw Wrong($"has a '{key}' that is not a number from 0 on"),
    };

    public int Index(string key) => Number(key) is var number && number == Math.Floor(number) && number < 100
        ? (int)number
        : throw Wrong(string.Create(CultureInfo.InvariantCulture, $"has the '{key}' {number}, which is no group"));

    public IReadOnlyList<string> Texts(string key) => Get<TomlArray>(key, "a list of texts") is not { } list ? [] :
    [
        .. list.Select(item => item as string ?? throw Wrong($"has a '{key}' that is not a list of texts")),
    ];

    public SecretPattern? Pattern(string key) => Text(key) is { Length: > 0 } text ? new SecretPattern(text, place, file) : null;

    public IReadOnlyList<SecretPattern> Patterns(string key) => [.. Texts(key).Select(text => new SecretPattern(text, place, file))];

    public RuleTable? Table(string key, string name) => Get<TomlTable>(key, "a table") is { } inner ? new RuleTable(inner, name, file) : null;

    public IEnumerable<RuleTable> Tables(string key, Func<int, TomlTable, string> name) => Get<object>(key, "a list of tables") switch
    {
        null => [],
        TomlTableArray list => list.Select((inner, index) => new RuleTable(inner, name(index, inner), file)),
        TomlArray list when list.All(item => item is TomlTable) => list.Cast<TomlTable>().Select((inner, index) => new RuleTable(inner, name(index, inner), file)),
        _ => throw Wrong($"has a '{key}' that is not a list of tables"),
    };

    public SlipwayException Wrong(string what, string? hint = null) =>
        new(ErrorKind.Configuration, $"{char.ToUpperInvariant(place[0])}{place[1..]} {what}.", hint, new SourceLocation(file));

    private T? Get<T>(string key, string what)
        where T : class => _values.GetValueOrDefault(key) switch
        {
            null => null,
            T value => value,
            _ => throw Wrong($"has a '{key}' that is not {what}"),
        };
}
