using System.Globalization;
using System.Text;

namespace Slipway.Secrets.Rules;

/// <summary>
/// Translates a pattern of Go's RE2, which gitleaks' rules are written in. Both sides know much that the other does not,
/// or takes for something else: classes of ASCII only, the end of the text, the numbers of named groups, brackets in brackets.
/// </summary>
internal sealed class Re2Syntax
{
    private readonly string _pattern;
    private readonly StringBuilder _text = new();
    private readonly Stack<bool> _outer = new();
    private bool _multiline;
    private int _at;

    private Re2Syntax(string pattern) => _pattern = pattern;

    /// <exception cref="Re2Exception">The pattern has no meaning in Go, or none in .NET.</exception>
    public static string Translate(string pattern) => new Re2Syntax(pattern).Translate();

    private bool AtEnd => _at >= _pattern.Length;

    private string Translate()
    {
        while (!AtEnd)
        {
            var c = _pattern[_at++];
            switch (c)
            {
                case '\\':
                    Escape();
                    break;
                case '[':
                    Class();
                    break;
                case '(':
                    Group();
                    break;
                case ')':
                    if (!_outer.TryPop(out _multiline))
                        throw new Re2Exception("has a ) without its (");
                    _text.Append(c);
                    break;
                // The end of the text: in .NET also before a line's last end.
                case '$' when !_multiline:
                    _text.Append(@"\z");
                    break;
                case var high when char.IsHighSurrogate(high) && !AtEnd:
                    _text.Append("(?:").Append(c).Append(_pattern[_at++]).Append(')');
                    break;
                default:
                    _text.Append(c);
                    break;
            }
        }

        return _outer.Count == 0 ? _text.ToString() : throw new Re2Exception("has a ( without its )");
    }

    private void Group()
    {
        _outer.Push(_multiline);
        _text.Append('(');
        if (AtEnd || _pattern[_at] != '?')
            return;
        _at++;
        var name = _pattern.IndexOf('>', _at);
        // Named groups would be numbered after the others in .NET.
        if (name > 0 && (Follows("P<") || (Follows("<") && !Follows("<=") && !Follows("<!"))))
        {
            _at = name + 1;
            return;
        }

        Flags();
    }

    private void Flags()
    {
        var (on, flags) = (true, _at);
        for (; !AtEnd; _at++)
        {
            switch (_pattern[_at])
            {
                case '-':
                    on = false;
                    break;
                case 'm':
                    _multiline = on;
                    break;
                case 'i' or 's':
                    break;
                case ':':
                    _text.Append('?').Append(_pattern, flags, ++_at - flags);
                    return;
                case ')' when _at > flags:
                    _text.Append('?').Append(_pattern, flags, ++_at - flags);
                    // They hold to the end of the group that they stand in.
                    _outer.Pop();
                    return;
                case 'U':
                    throw new Re2Exception("turns greed around with the flag U, which .NET has not");
                default:
                    throw new Re2Exception($"has a group (?{_pattern[_at]}, which Go does not know");
            }
        }

        throw new Re2Exception("has a ( without its )");
    }

    private void Escape()
    {
        if (AtEnd)
            throw new Re2Exception(@"ends with a \");
        var c = _pattern[_at];
        if (Re2Class.Of(c) is { } members)
        {
            _at++;
            _text.Append('[').Append(members).Append(']');
        }
        else if (c is 'A' or 'b' or 'B' or 'z')
        {
            _at++;
            _text.Append('\\').Append(c);
        }
        else if (c is 'p' or 'P')
        {
            _text.Append(Category());
        }
        else if (c == 'Q')
        {
            var end = _pattern.IndexOf(@"\E", ++_at, StringComparison.Ordinal);
            foreach (var literal in _pattern[_at..(end < 0 ? _pattern.Length : end)])
                Append(literal);
            _at = end < 0 ? _pattern.Length : end + 2;
        }
        else
        {
            Append(Character());
        }
    }

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

    /// <summary>The character that an escape stands for; the backslash is read.</summary>
    private char Character()
    {
        if (AtEnd)
            throw new Re2Exception(@"ends with a \");
        var c = _pattern[_at++];
        switch (c)
        {
            case 'a': return '\a';
            case 'f': return '\f';
            case 'n': return '\n';
            case 'r': return '\r';
            case 't': return '\t';
            case 'v': return '\v';
            case 'x': return Hexadecimal();
            case '0':
            case >= '1' and <= '7' when !AtEnd && _pattern[_at] is >= '0' and <= '7':
                var octal = c - '0';
                for (var digits = 1; digits < 3 && !AtEnd && _pattern[_at] is >= '0' and <= '7'; digits++)
                    octal = (octal * 8) + _pattern[_at++] - '0';
                return (char)octal;
        }

        if (char.IsAsciiDigit(c))
            throw new Re2Exception($@"refers back with \{c}, which Go does not know");
        return c < 128 && !char.IsAsciiLetter(c) ? c : throw new Re2Exception($@"has an escape \{c}, which Go does not know or .NET has not");
    }

    private char Hexadecimal()
    {
        var braced = Follows("{");
        var end = braced ? _pattern.IndexOf('}', _at) : _at + 2;
        var start = braced ? _at + 1 : _at;
        if (end < 0 || end > _pattern.Length || !int.TryParse(_pattern.AsSpan(start, end - start), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
            throw new Re2Exception(@"has a \x without its digits");
        _at = braced ? end + 1 : end;
        return code is >= 0 and <= char.MaxValue ? (char)code : throw new Re2Exception($@"has the character \x{{{code:X}}}, which .NET cannot match as one");
    }

    private string Category()
    {
        var kind = _pattern[_at++];
        var end = Follows("{") ? _pattern.IndexOf('}', _at) : _at;
        if (AtEnd || end < 0)
            throw new Re2Exception($@"has a \{kind} without its name");
        var name = Follows("{") ? _pattern[(_at + 1)..end] : _pattern[_at..(_at + 1)];
        _at = end + 1;
        return name.Length is 1 or 2 && name.All(char.IsAsciiLetter)
            ? $@"\{kind}{{{name}}}"
            : throw new Re2Exception($@"has \{kind}{{{name}}}: .NET has the categories, such as L or Lu, and not the scripts");
    }

    private bool Follows(string text) => string.CompareOrdinal(_pattern, _at, text, 0, text.Length) == 0;

    private void Append(char c)
    {
        if (char.IsAsciiLetterOrDigit(c))
            _text.Append(c);
        else
            _text.Append(CultureInfo.InvariantCulture, $@"\u{(int)c:X4}");
    }
}
