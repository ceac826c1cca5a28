namespace Slipway.Secrets.Rules;

// What stands between brackets.
internal sealed partial class Re2Syntax
{
    private void Class()
    {
        _text.Append('[');
        if (Follows("^"))
            _text.Append(_pattern[_at++]);
        for (var first = true; ; first = false)
        {
            if (AtEnd)
                throw new Re2Exception("has a [ without its ]");
            if (_pattern[_at] == ']' && !first)
                break;
            if (!Members())
                Range();
        }

        _at++;
        _text.Append(']');
    }

    /// <summary>A class in the class.</summary>
    private bool Members()
    {
        var end = Follows("[:") ? _pattern.IndexOf(":]", _at, StringComparison.Ordinal) : -1;
        if (end > 0)
        {
            var name = _pattern[(_at + 2)..end];
            _text.Append(Re2Class.OfPosix(name) ?? throw new Re2Exception($"has a class [:{name}:], which Go does not know"));
            _at = end + 2;
            return true;
        }

        if (_pattern[_at] != '\\' || _at + 1 >= _pattern.Length)
            return false;
        var c = _pattern[_at + 1];
        if (Re2Class.Of(c) is { } members)
        {
            _at += 2;
            _text.Append(members);
            return true;
        }

        if (c is not ('p' or 'P'))
            return false;
        _at++;
        _text.Append(Category());
        return true;
    }

    private void Range()
    {
        var from = ClassCharacter();
        Append(from);
        if (!Follows("-") || _at + 1 >= _pattern.Length || _pattern[_at + 1] == ']')
            return;
        _at++;
        var to = ClassCharacter();
        if (to < from)
            throw new Re2Exception("has a range that ends before it begins");
        _text.Append('-');
        Append(to);
    }

    private char ClassCharacter()
    {
        if (AtEnd)
            throw new Re2Exception("has a [ without its ]");
        var c = _pattern[_at++];
        if (char.IsSurrogate(c))
            throw new Re2Exception("has a class with characters beyond U+FFFF, which .NET has not");
        return c == '\\' ? Character() : c;
    }
}
