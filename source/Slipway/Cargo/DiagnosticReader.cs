using System.Text.RegularExpressions;
using Slipway.Cargo.Json;

namespace Slipway.Cargo;

internal static partial class DiagnosticReader
{
    /// <summary>Null for the compiler's closing words, which only count what came before.</summary>
    public static CargoDiagnostic? Read(DiagnosticJson json, string package, string target, bool isMember, string folder)
    {
        if (json.Level == "failure-note" || json.Spans.Count == 0 && json.Code is null && ClosingWords().IsMatch(json.Message))
            return null;
        var span = Outermost(json.Spans.OrderByDescending(span => span.IsPrimary).FirstOrDefault());
        return new CargoDiagnostic(
            LevelOf(json.Level),
            json.Code?.Code,
            json.Message,
            FileOf(span, folder),
            span?.LineStart,
            span?.ColumnStart,
            span?.LineEnd,
            span?.ColumnEnd,
            HelpOf(json),
            json.Rendered ?? json.Message,
            package,
            target,
            isMember);
    }

    private static string? FileOf(SpanJson? span, string folder) => span is null or { FileName: "" } || span.FileName.Contains('\0', StringComparison.Ordinal)
        ? null
        : Path.GetFullPath(span.FileName, folder);

    private static DiagnosticLevel LevelOf(string level) => level switch
    {
        "warning" => DiagnosticLevel.Warning,
        "help" => DiagnosticLevel.Help,
        "note" => DiagnosticLevel.Note,
        _ => DiagnosticLevel.Error,
    };

    /// <summary>Inside a macro of another crate the place that matters is the one that calls it.</summary>
    private static SpanJson? Outermost(SpanJson? span)
    {
        while (span?.Expansion is { } expansion && IsForeign(span.FileName))
            span = expansion.Span;
        return span;
    }

    private static bool IsForeign(string file) => file.StartsWith('<') || Path.IsPathRooted(file);

    private static string? HelpOf(DiagnosticJson json)
    {
        var helps = (json.Children ?? [])
            .Where(child => child.Level == "help" && !NoHelp().IsMatch(child.Message))
            .Select(child => (child.Message, Replacement: ReplacementOf(child)))
            .OrderByDescending(help => help.Replacement is not null);
        return helps.Select(help => help.Replacement is null ? help.Message : $"{help.Message}: `{help.Replacement}`").FirstOrDefault();
    }

    private static string? ReplacementOf(DiagnosticJson help) => help.Spans
        .Select(span => span.SuggestedReplacement?.Trim())
        .FirstOrDefault(text => !string.IsNullOrEmpty(text));

    // Where to read more and how to silence a lint do not mend the code.
    [GeneratedRegex("^(for further information|to override `)")]
    private static partial Regex NoHelp();

    [GeneratedRegex(@"^(aborting due to |\d+ warnings? emitted|\d+ errors? emitted)")]
    private static partial Regex ClosingWords();
}
