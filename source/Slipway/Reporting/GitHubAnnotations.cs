using System.Globalization;
using System.Text.RegularExpressions;
using Slipway.Cargo;
using Slipway.Gates;

namespace Slipway.Reporting;

/// <summary>Findings as workflow commands, which GitHub shows beside the code.</summary>
public static partial class GitHubAnnotations
{
    /// <summary>The lines for a gate's findings; what is too much for GitHub is counted in a notice that says where to read it.</summary>
    /// <param name="room">What the step has room for; by default that of a step without other gates.</param>
    /// <param name="isChanged">Whether a finding stands in a line of the change, which is shown first.</param>
    public static IReadOnlyList<string> For(GateResult gate, AnnotationRoom? room = null, Func<Finding, bool>? isChanged = null)
    {
        var shown = (room ?? new AnnotationRoom()).Take(gate.Findings, isChanged);
        var rest = gate.Findings.Count - shown.Count;
        var lines = shown.Select(finding => Format(finding, gate.Title)).ToList();
        if (rest > 0)
            lines.Add($"::notice::{Data(string.Create(CultureInfo.InvariantCulture, $"{gate.Title} has {rest} more {(rest == 1 ? "finding" : "findings")}; all are in gates.json and index.html of the reports, and those of a failure in the summary."))}");
        return lines;
    }

    /// <param name="title">Stands before the code of the finding.</param>
    public static string Format(Finding finding, string title)
    {
        var command = finding.Severity switch
        {
            FindingSeverity.Error => "error",
            FindingSeverity.Warning => "warning",
            _ => "notice",
        };
        var properties = new List<string>();
        if (finding.File is not null)
        {
            Add(properties, "file", finding.File);
            Add(properties, "line", finding.Line);
            Add(properties, "endLine", finding.EndLine);

            // Columns are only allowed within one line.
            if (finding.EndLine is null || finding.EndLine == finding.Line)
            {
                Add(properties, "col", finding.Column);
                Add(properties, "endColumn", finding.EndColumn);
            }
        }

        Add(properties, "title", finding.Code is null ? title : $"{title}: {finding.Code}");
        var message = finding.Help is null ? finding.Message : $"{finding.Message}\n{finding.Help}";
        return $"::{command} {string.Join(',', properties)}::{Data(message)}";
    }

    /// <summary>The text without anything that GitHub's runner would take for a command, and obey.</summary>
    public static string Disarm(string text) =>
        Command().Replace(text, "| $&").Replace("##[", "## [", StringComparison.Ordinal);

    /// <param name="root">The repository's root, to which paths are relative.</param>
    public static string Format(CargoDiagnostic diagnostic, string root) =>
        Format(DiagnosticGate.ToFinding(diagnostic, root), diagnostic.Package);

    private static void Add(List<string> properties, string name, int? value)
    {
        if (value is { } number)
            Add(properties, name, number.ToString(CultureInfo.InvariantCulture));
    }

    private static void Add(List<string> properties, string name, string value) =>
        properties.Add($"{name}={Data(value).Replace(":", "%3A", StringComparison.Ordinal).Replace(",", "%2C", StringComparison.Ordinal)}");

    private static string Data(string text) => text
        .Replace("%", "%25", StringComparison.Ordinal)
        .Replace("\r", "%0D", StringComparison.Ordinal)
        .Replace("\n", "%0A", StringComparison.Ordinal);

    // The runner looks behind the space at the start of a line, and ends lines at carriage returns, too.
    [GeneratedRegex(@"(?<=^|[\r\n])[^\S\r\n]*::")]
    private static partial Regex Command();
}
