namespace Slipway.Workflows.Local.Expressions;

internal enum ExpressionTokenKind
{
    End,
    Name,
    Number,
    Text,
    Symbol,
}

/// <param name="Text">What it means: of a quoted text, what stands between the quotes.</param>
/// <param name="Position">The character at which it begins, from one.</param>
internal readonly record struct ExpressionToken(ExpressionTokenKind Kind, string Text, int Position)
{
    public bool Is(string symbol) => Kind == ExpressionTokenKind.Symbol && Text == symbol;

    public override string ToString() => Kind switch
    {
        ExpressionTokenKind.End => "the end",
        ExpressionTokenKind.Text => $"the text '{Text}'",
        _ => $"`{Text}`",
    };
}
