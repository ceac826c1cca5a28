namespace Slipway.Audit.Policies;

/// <summary>An expression of SPDX: <c>(MIT OR Apache-2.0) AND Unicode-3.0</c>; older crates write <c>MIT/Apache-2.0</c>.</summary>
internal sealed class LicenceExpression
{
    private const int Deepest = 50;

    private readonly string[] _words;
    private readonly IReadOnlySet<string> _allowed;
    private int _next;
    private int _depth;

    private LicenceExpression(string text, IReadOnlySet<string> allowed)
    {
        _words = text.Replace("(", " ( ", StringComparison.Ordinal).Replace(")", " ) ", StringComparison.Ordinal).Replace("/", " OR ", StringComparison.Ordinal)
            .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        _allowed = allowed;
    }

    /// <summary>Whether the allowed licences are enough; null when it is no expression.</summary>
    public static bool? IsSatisfied(string text, IReadOnlySet<string> allowed)
    {
        var expression = new LicenceExpression(text, allowed);
        var value = expression.Any();
        return expression._next == expression._words.Length ? value : null;
    }

    private bool? Any()
    {
        var value = All();
        while (value is not null && Take("OR"))
            value = All() is { } other ? value.Value | other : null;
        return value;
    }

    private bool? All()
    {
        var value = One();
        while (value is not null && Take("AND"))
            value = One() is { } other ? value.Value & other : null;
        return value;
    }

    private bool? One()
    {
        if (Take("("))
        {
            if (++_depth > Deepest)
                return null;
            var inner = Any();
            _depth--;
            return Take(")") ? inner : null;
        }

        if (Name() is not { } name)
            return null;
        if (!Take("WITH"))
            return _allowed.Contains(name) || (name.EndsWith('+') && _allowed.Contains(name[..^1]));
        return Name() is { } exception ? _allowed.Contains($"{name} WITH {exception}") : null;
    }

    private string? Name() => _next < _words.Length && _words[_next] is not ("(" or ")" or "AND" or "OR" or "WITH") ? _words[_next++] : null;

    private bool Take(string word)
    {
        if (_next >= _words.Length || _words[_next] != word)
            return false;
        _next++;
        return true;
    }
}
