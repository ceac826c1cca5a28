using System.Globalization;

namespace Slipway.Secrets.Rules;

// What stands behind a backslash.
internal sealed partial class Re2Syntax
{
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
}
