using System.Globalization;
using System.Text;

namespace Slipway.Secrets.Rules;

/// <summary>
/// Translates a pattern of Go's RE2, which gitleaks' rules are written in. Both sides know much that the other does not,
/// or takes for something else: classes of ASCII only, the end of the text, the numbers of named groups, brackets in brackets.
/// </summary>
internal sealed partial class Re2Syntax
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

    private bool Follows(string text) => string.CompareOrdinal(_pattern, _at, text, 0, text.Length) == 0;

    private void Append(char c)
    {
        if (char.IsAsciiLetterOrDigit(c))
            _text.Append(c);
        else
            _text.Append(CultureInfo.InvariantCulture, $@"\u{(int)c:X4}");
    }
}
