namespace Slipway.Analysis.Unsafe;

/// <summary>
/// Splits Rust source into words, signs, literals and comments: as much as it takes to know what is code. Source that the
/// compiler would refuse ends in some token or other, and never in an exception.
/// </summary>
internal sealed class RustLexer
{
    private readonly string _text;
    private readonly List<RustToken> _tokens = [];
    private int _at;
    private int _line = 1;
    private int _lineStart;
    private bool _beginsLine = true;

    private RustLexer(string text) => _text = text;

    public static IReadOnlyList<RustToken> Read(string text)
    {
        var lexer = new RustLexer(text);
        while (lexer._at < text.Length)
            lexer.Step();
        return lexer._tokens;
    }

    private char Current => Peek(0);

    private char Peek(int ahead) => _at + ahead < _text.Length ? _text[_at + ahead] : '\0';

    private void Step()
    {
        if (char.IsWhiteSpace(Current))
            Pass(_at + 1);
        else if (Current == '/' && Peek(1) == '/')
            Take(RustTokenKind.Comment, LineEnd(_at));
        else if (Current == '/' && Peek(1) == '*')
            Take(RustTokenKind.Comment, BlockCommentEnd());
        else if (Current == '"')
            Take(RustTokenKind.Literal, QuotedEnd(_at, '"'));
        else if (Current == '\'')
            TakeQuote();
        else if (IsWordStart(Current))
            TakeWord();
        else if (char.IsAsciiDigit(Current))
            Take(RustTokenKind.Literal, WordEnd(_at));
        else
            Take(RustTokenKind.Sign, _at + 1);
    }

    // A quote begins a character, which another one ends, or a lifetime.
    private void TakeQuote()
    {
        // What lies outside the basic plane is one character of two code units.
        var length = char.IsHighSurrogate(Peek(1)) ? 2 : 1;
        if (Peek(1) == '\\' || Peek(1 + length) == '\'')
            Take(RustTokenKind.Literal, QuotedEnd(_at, '\''));
        else
            Take(IsWordStart(Peek(1)) ? RustTokenKind.Lifetime : RustTokenKind.Sign, WordEnd(_at + 1));
    }

    // A word may be the prefix of a literal: b"", c"", r"", br#""#, b'', and r#name is a word.
    private void TakeWord()
    {
        var end = WordEnd(_at);
        var word = _text[_at..end];
        var next = end < _text.Length ? _text[end] : '\0';
        if (word is "r" or "br" or "cr" && next is '"' or '#' && RawEnd(end) is { } raw)
            Take(RustTokenKind.Literal, raw);
        else if (word is "b" or "c" && next == '"')
            Take(RustTokenKind.Literal, QuotedEnd(end, '"'));
        else if (word == "b" && next == '\'')
            Take(RustTokenKind.Literal, QuotedEnd(end, '\''));
        else if (word == "r" && next == '#' && end + 1 < _text.Length && IsWordStart(_text[end + 1]))
            Take(RustTokenKind.Word, WordEnd(end + 1));
        else
            Take(RustTokenKind.Word, end);
    }

    private int? RawEnd(int at)
    {
        var quote = at;
        while (quote < _text.Length && _text[quote] == '#')
            quote++;
        if (quote == _text.Length || _text[quote] != '"')
            return null;
        var end = _text.IndexOf("\"" + new string('#', quote - at), quote + 1, StringComparison.Ordinal);
        return end < 0 ? _text.Length : end + 1 + quote - at;
    }

    private int QuotedEnd(int quote, char mark)
    {
        var at = quote + 1;
        while (at < _text.Length && _text[at] != mark)
            at += _text[at] == '\\' ? 2 : 1;
        return Math.Min(at + 1, _text.Length);
    }

    // Block comments nest.
    private int BlockCommentEnd()
    {
        var (at, depth) = (_at + 2, 1);
        while (at < _text.Length && depth > 0)
        {
            var pair = at + 1 < _text.Length ? (_text[at], _text[at + 1]) : default;
            depth += pair switch { ('/', '*') => 1, ('*', '/') => -1, _ => 0 };
            at += pair is ('/', '*') or ('*', '/') ? 2 : 1;
        }

        return at;
    }

    private int LineEnd(int at) => _text.IndexOf('\n', at) is var end && end < 0 ? _text.Length : end;

    private int WordEnd(int at)
    {
        while (at < _text.Length && (IsWordStart(_text[at]) || char.IsDigit(_text[at])))
            at++;
        return at;
    }

    private static bool IsWordStart(char sign) => sign == '_' || char.IsLetter(sign) || sign > '\u007f' && !char.IsWhiteSpace(sign);

    private void Take(RustTokenKind kind, int end)
    {
        _tokens.Add(new RustToken(kind, _text[_at..end], _line, _at - _lineStart + 1, _beginsLine));
        _beginsLine = false;
        Pass(end);
    }

    private void Pass(int end)
    {
        for (; _at < end; _at++)
        {
            if (_text[_at] != '\n')
                continue;
            _line++;
            _lineStart = _at + 1;
            _beginsLine = true;
        }
    }
}
