namespace Slipway.Analysis.Unsafe;

internal enum RustTokenKind
{
    Word,
    Lifetime,
    Literal,
    Comment,
    Sign,
}

/// <summary>A piece of Rust source.</summary>
/// <param name="BeginsLine">Whether nothing but blanks stands before it.</param>
internal readonly record struct RustToken(RustTokenKind Kind, string Text, int Line, int Column, bool BeginsLine)
{
    public bool Is(string text) => Kind is RustTokenKind.Word or RustTokenKind.Sign && Text == text;
}
