namespace Slipway.Cargo.Json;

/// <summary>Whether a message has what it must have: a macro can write anything to the stream of messages.</summary>
internal static class MessageShape
{
    public static bool IsWhole(MessageJson? message) =>
        message is { Reason: not null }
        && message.Target is null or { Name: not null, Kind: { Count: > 0 }, CrateTypes: not null, SrcPath: not null, Edition: not null }
        && (message.Message is null || IsWhole(message.Message))
        && message.Env?.All(pair => pair is { Count: 2 }) != false;

    private static bool IsWhole(DiagnosticJson? diagnostic) =>
        diagnostic is { Message: not null, Level: not null, Spans: not null }
        && diagnostic.Spans.All(IsWhole)
        && diagnostic.Children?.All(IsWhole) != false;

    private static bool IsWhole(SpanJson? span)
    {
        for (; span is { FileName: { } file } && !file.Contains('\0', StringComparison.Ordinal); span = span.Expansion.Span)
        {
            if (span.Expansion is null)
                return true;
        }

        return false;
    }
}
