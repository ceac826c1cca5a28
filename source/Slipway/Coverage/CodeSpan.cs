namespace Slipway.Coverage;

/// <summary>A place in a file: lines and columns count from one.</summary>
public readonly record struct CodeSpan(int Line, int Column, int EndLine, int EndColumn)
{
    internal static IEnumerable<CodeSpan> InOrder(IEnumerable<CodeSpan> spans) =>
        spans.OrderBy(span => (span.Line, span.Column, span.EndLine, span.EndColumn));
}
