namespace Nuke.Common.ValueInjection;

/// <summary>
/// Reads parameter files that hold nothing but plain texts, numbers and flags, and lists of them. It takes no part of
/// the eight milliseconds that a first use of System.Text.Json does, which reads all other files, and says what is
/// wrong with the broken ones.
/// </summary>
internal ref struct PlainParameters(ReadOnlySpan<char> text)
{
    private readonly ReadOnlySpan<char> _text = text;
    private int _position;
    private int _line = 1;

    /// <summary>The values of each name with the line it stands on, or <c>null</c> when the file is not that plain.</summary>
    public static List<(string Name, ParameterFileValue Value)>? TryRead(ReadOnlySpan<char> text)
    {
        var reader = new PlainParameters(text);
        var result = new List<(string, ParameterFileValue)>();
        return reader.TryReadObject(result) ? result : null;
    }

    private bool TryReadObject(List<(string Name, ParameterFileValue Value)> result)
    {
        if (!Take('{'))
            return false;
        if (Take('}'))
            return IsAtEnd();
        do
        {
            SkipBlanks();
            var line = _line;
            if (!TryReadText(out var name) || !Take(':') || !TryReadValue(out var values))
                return false;
            result.Add((name, new ParameterFileValue(values, null, line)));
        }
        while (Take(','));
        return Take('}') && IsAtEnd();
    }

    private bool TryReadValue(out string[]? values)
    {
        values = [];
        if (!Take('['))
            return TryReadScalar(out values);
        if (Take(']'))
            return true;
        var list = new List<string>();
        do
        {
            if (!TryReadScalar(out var element) || element == null)
                return false;
            list.Add(element[0]);
        }
        while (Take(','));
        values = [.. list];
        return Take(']');
    }

    // null has no value.
    private bool TryReadScalar(out string[]? value)
    {
        SkipBlanks();
        value = null;
        if (_position < _text.Length && _text[_position] == '"')
        {
            if (!TryReadText(out var text))
                return false;
            value = [text];
            return true;
        }

        var start = _position;
        while (_position < _text.Length && (char.IsAsciiLetterOrDigit(_text[_position]) || _text[_position] is '-' or '.'))
            _position++;
        var word = _text[start.._position];
        if (word is "null")
            return true;
        var isNumber = word.Length > 0 && word.Length < 16 && char.IsAsciiDigit(word[^1]) && word[0] is >= '1' and <= '9' && word.IndexOfAnyExceptInRange('0', '9') < 0;
        if (!isNumber && word is not ("0" or "true" or "false"))
            return false;
        value = [word.ToString()];
        return true;
    }

    private bool TryReadText(out string text)
    {
        text = "";
        if (_position >= _text.Length || _text[_position] != '"')
            return false;
        var start = ++_position;
        while (_position < _text.Length && _text[_position] is not ('"' or '\\') and >= ' ')
            _position++;
        if (_position >= _text.Length || _text[_position] != '"')
            return false;
        text = _text[start.._position++].ToString();
        return true;
    }

    private bool Take(char expected)
    {
        SkipBlanks();
        if (_position >= _text.Length || _text[_position] != expected)
            return false;
        _position++;
        return true;
    }

    private bool IsAtEnd()
    {
        SkipBlanks();
        return _position == _text.Length;
    }

    private void SkipBlanks()
    {
        while (_position < _text.Length && _text[_position] is ' ' or '\t' or '\r' or '\n')
        {
            if (_text[_position++] == '\n')
                _line++;
        }
    }
}
