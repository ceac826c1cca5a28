using Slipway.Analysis.Rules;

namespace Slipway.Analysis;

/// <summary>A place in the code that breaks a rule.</summary>
/// <param name="File">Path below the workspace, with slashes.</param>
/// <param name="Help">How to mend it.</param>
/// <param name="LineHash">Stands for the text of the line.</param>
/// <param name="Fingerprint">Stands for the rule, the file, the line with its neighbours, and which of the same it is.</param>
public sealed record AnalysisIssue(
    AnalysisRule Rule,
    string Message,
    string File,
    int Line,
    int? Column,
    int? EndLine,
    int? EndColumn,
    string? Help,
    string LineHash,
    string Fingerprint)
{
    internal KnownIssue Known => new(Rule.Id, File, LineHash, Fingerprint);
}
