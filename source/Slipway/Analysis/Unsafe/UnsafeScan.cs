namespace Slipway.Analysis.Unsafe;

/// <summary>Finds <c>unsafe</c> in the text of one file, and whether somebody said why it is sound.</summary>
internal static class UnsafeScan
{
    public static IEnumerable<UnsafeUse> Of(string text, string package, string file)
    {
        // Most files have none, and need not be split.
        if (!text.Contains("unsafe", StringComparison.Ordinal))
            yield break;
        var tokens = RustLexer.Read(text);
        for (var index = 0; index < tokens.Count; index++)
        {
            if (tokens[index].Is("unsafe") && KindAt(tokens, index) is { } kind)
                yield return new UnsafeUse(package, file, tokens[index].Line, tokens[index].Column, kind, HasReason(tokens, index, kind));
        }
    }

    /// <summary>Null where it only names a type, such as that of a pointer to a function.</summary>
    private static UnsafeKind? KindAt(IReadOnlyList<RustToken> tokens, int index)
    {
        var next = Next(tokens, index);
        if (next is { } word && (word.Is("auto") || word.Is("async")))
            next = Next(tokens, ++index);
        if (next is not { } first)
            return null;
        if (first.Is("extern"))
            return AfterExtern(tokens, index);
        return first.Text switch
        {
            "{" => UnsafeKind.Block,
            "fn" => IsPointer(tokens, index + Distance(tokens, index)) ? null : UnsafeKind.Function,
            "impl" => UnsafeKind.Implementation,
            "trait" => UnsafeKind.Trait,
            "(" => UnsafeKind.Attribute,
            _ => null,
        };
    }

    // extern "C" { … } or extern "C" fn …, with or without the name.
    private static UnsafeKind? AfterExtern(IReadOnlyList<RustToken> tokens, int index)
    {
        index += Distance(tokens, index);
        var next = Next(tokens, index);
        if (next is { Kind: RustTokenKind.Literal })
        {
            index += Distance(tokens, index);
            next = Next(tokens, index);
        }

        return next?.Text switch
        {
            "{" => UnsafeKind.ExternBlock,
            "fn" => IsPointer(tokens, index + Distance(tokens, index)) ? null : UnsafeKind.Function,
            _ => null,
        };
    }

    private static bool IsPointer(IReadOnlyList<RustToken> tokens, int function) => Next(tokens, function)?.Kind != RustTokenKind.Word;

    private static RustToken? Next(IReadOnlyList<RustToken> tokens, int index) =>
        index + Distance(tokens, index) is var next && next < tokens.Count ? tokens[next] : null;

    private static int Distance(IReadOnlyList<RustToken> tokens, int index)
    {
        var next = index + 1;
        while (next < tokens.Count && tokens[next].Kind == RustTokenKind.Comment)
            next++;
        return next - index;
    }

    private static bool HasReason(IReadOnlyList<RustToken> tokens, int index, UnsafeKind kind)
    {
        if (kind == UnsafeKind.Block && Next(tokens, index) is { } brace && IsReasonInside(tokens, index + Distance(tokens, index), brace.Line))
            return true;
        // Back to where the statement or item begins, through its attributes.
        for (var before = index - 1; before >= 0; before--)
        {
            var token = tokens[before];
            if (token.Kind == RustTokenKind.Comment && (token.BeginsLine || token.Line == tokens[index].Line) && IsReason(token))
                return true;
            if (token.Is(";") || token.Is("{") || token.Is("}"))
                return false;
        }

        return false;
    }

    private static bool IsReasonInside(IReadOnlyList<RustToken> tokens, int brace, int line)
    {
        for (var index = brace + 1; index < tokens.Count && tokens[index].Kind == RustTokenKind.Comment; index++)
        {
            if (IsReason(tokens[index]) && tokens[index].Line - line <= index - brace)
                return true;
        }

        return false;
    }

    private static bool IsReason(RustToken comment) =>
        comment.Text.Contains("SAFETY:", StringComparison.OrdinalIgnoreCase) || comment.Text.Contains("# Safety", StringComparison.Ordinal);
}
