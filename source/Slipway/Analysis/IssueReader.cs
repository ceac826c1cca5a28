using System.Text.RegularExpressions;
using Slipway.Analysis.Rules;
using Slipway.Cargo;

namespace Slipway.Analysis;

/// <summary>Makes issues of clippy's messages. The level of a message does not matter: <c>-D warnings</c> raises them all.</summary>
internal sealed partial class IssueReader(string folder, IReadOnlyList<AnalysisRule> rules)
{
    private readonly SourceLines _lines = new(folder);

    public IReadOnlyList<AnalysisIssue> Read(IEnumerable<CargoDiagnostic> diagnostics) =>
    [
        .. diagnostics
            .Where(diagnostic => diagnostic is { IsMember: true, File: not null, Line: not null })
            .Select(diagnostic => (Diagnostic: diagnostic, File: Path.GetRelativePath(folder, diagnostic.File!).Replace('\\', '/')))
            .OrderBy(found => found.File, StringComparer.Ordinal)
            .ThenBy(found => found.Diagnostic.Line)
            .ThenBy(found => found.Diagnostic.Column)
            .ThenBy(found => found.Diagnostic.Code, StringComparer.Ordinal)
            .DistinctBy(found => (found.File, found.Diagnostic.Line, found.Diagnostic.Column, found.Diagnostic.Code, found.Diagnostic.Message))
            .Select(found => Read(found.Diagnostic, found.File))
            .OfType<AnalysisIssue>(),
    ];

    private AnalysisIssue? Read(CargoDiagnostic diagnostic, string file)
    {
        if (RuleOf(diagnostic, file) is not { } rule)
            return null;
        var line = diagnostic.Line!.Value;
        return new AnalysisIssue(
            rule,
            rule.IsLint ? diagnostic.Message.Split('\n')[0] : $"call of `{CallOf(diagnostic)!.Path}`",
            file,
            line,
            diagnostic.Column,
            diagnostic.EndLine,
            diagnostic.EndColumn,
            rule.Help ?? diagnostic.Help,
            _lines.HashOf(file, line),
            _lines.FingerprintOf(rule.Id, file, line));
    }

    private AnalysisRule? RuleOf(CargoDiagnostic diagnostic, string file)
    {
        if (diagnostic.Code != AnalysisRules.DisallowedMethods.Id)
            return rules.FirstOrDefault(rule => rule.Id == diagnostic.Code);
        return CallOf(diagnostic) is { } call
            && rules.FirstOrDefault(rule => rule.Id == call.Rule.Id) is { } rule
            && call.Counts(_lines.Behind(file, diagnostic.EndLine ?? 0, diagnostic.EndColumn ?? 0)) ? rule : null;
    }

    internal static DangerousCall? CallOf(CargoDiagnostic diagnostic) =>
        Method().Match(diagnostic.Message) is { Success: true } match ? DangerousCalls.Find(match.Groups["path"].Value) : null;

    [GeneratedRegex("^use of a disallowed method `(?<path>[^`]+)`")]
    private static partial Regex Method();
}
