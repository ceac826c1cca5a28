namespace Slipway.Cargo.Json;

/// <summary>A line of <c>--message-format=json</c>; which parts it has depends on its reason.</summary>
internal sealed record MessageJson(
    string Reason,
    string? PackageId,
    TargetJson? Target,
    DiagnosticJson? Message,
    ProfileJson? Profile,
    string? Executable,
    IReadOnlyList<string>? Filenames,
    bool? Fresh,
    IReadOnlyList<string>? LinkedPaths,
    IReadOnlyList<IReadOnlyList<string>>? Env,
    string? OutDir,
    bool? Success);

internal sealed record ProfileJson(bool Test);

internal sealed record DiagnosticJson(
    string Message,
    CodeJson? Code,
    string Level,
    IReadOnlyList<SpanJson> Spans,
    IReadOnlyList<DiagnosticJson>? Children,
    string? Rendered);

internal sealed record CodeJson(string Code);

internal sealed record SpanJson(
    string FileName,
    int LineStart,
    int LineEnd,
    int ColumnStart,
    int ColumnEnd,
    bool IsPrimary,
    string? SuggestedReplacement,
    ExpansionJson? Expansion);

internal sealed record ExpansionJson(SpanJson Span);
