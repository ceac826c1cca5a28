using System.Buffers;

namespace Slipway.Secrets.Rules;

/// <summary>Says in one pass over a text which rules have a keyword in it.</summary>
internal sealed class KeywordIndex
{
    private readonly SecretRule[] _rules;
    private readonly SearchValues<string> _search;
    private readonly Dictionary<char, (string Word, int[] Rules)[]> _words;
    private readonly bool[] _always;

    public KeywordIndex(IReadOnlyList<SecretRule> rules)
    {
        _rules = [.. rules];
        _always = [.. rules.Select(rule => rule.Keywords.Count == 0)];
        var words = _rules
            .SelectMany((rule, index) => rule.Keywords.Select(word => (Word: word, Index: index)))
            .GroupBy(pair => pair.Word, StringComparer.Ordinal)
            .Select(group => (group.Key, Rules: group.Select(pair => pair.Index).ToArray()))
            .ToList();
        _search = SearchValues.Create([.. words.Select(word => word.Key)], StringComparison.OrdinalIgnoreCase);
        _words = words.GroupBy(word => Fold(word.Key[0])).ToDictionary(group => group.Key, group => group.ToArray());
    }

    public IEnumerable<SecretRule> In(string text)
    {
        var found = (bool[])_always.Clone();
        var rest = text.AsSpan();
        while (rest.IndexOfAny(_search) is var at and >= 0)
        {
            rest = rest[at..];
            foreach (var (word, rules) in _words.GetValueOrDefault(Fold(rest[0]), []))
            {
                if (!found[rules[0]] || rules.Length > 1)
                {
                    if (!rest.StartsWith(word, StringComparison.OrdinalIgnoreCase))
                        continue;
                    foreach (var rule in rules)
                        found[rule] = true;
                }
            }

            rest = rest[1..];
        }

        return _rules.Where((_, index) => found[index]);
    }

    // As OrdinalIgnoreCase compares.
    private static char Fold(char c) => char.ToUpperInvariant(c);
}
