using System.Globalization;
using System.Text;
using Slipway.Gates;
using Slipway.Html;

namespace Slipway.Reporting;

/// <summary>The report that people read first: a table of gates, then what fails and how to mend it.</summary>
public static class SummaryMarkdown
{
    private const int MostFindings = 50;

    public static string Write(GateReport report)
    {
        var text = new StringBuilder();
        text.Append("| stage | gate | verdict | figures | duration |\n| --- | --- | --- | --- | ---: |\n");
        foreach (var gate in report.Gates)
        {
            var duration = string.Create(CultureInfo.InvariantCulture, $"{gate.Duration.TotalSeconds:0.0} s");
            text.Append(CultureInfo.InvariantCulture, $"| {gate.Stage} | {Cell(gate.Title)} | {Verdict(gate)} | {Figures(gate)} | {duration} |\n");
        }

        foreach (var gate in report.Failed)
            WriteFindings(text, gate, gate.Reason ?? "failed");
        foreach (var gate in report.Gates.Where(gate => gate.Verdict == GateVerdict.Pass && gate.Findings.Any(finding => finding.Severity == FindingSeverity.Warning)))
            WriteFindings(text, gate, "passes, with warnings");
        return text.ToString();
    }

    /// <summary>The same below a heading that says what comes of it all.</summary>
    public static string WriteWithVerdict(GateReport report) => $"## {Headline(report)}\n\n{Write(report)}";

    public static string Headline(GateReport report)
    {
        // What is said of the run as a whole decides nothing.
        var gates = report.Gates.Where(gate => gate.Stage != GateStage.Run).ToList();
        var (all, failed) = (gates.Count, report.Failed.Count());
        var skipped = gates.Count(gate => gate.Verdict == GateVerdict.Skip);
        return report.Verdict switch
        {
            GateVerdict.Fail => string.Create(CultureInfo.InvariantCulture, $"❌ {failed} of {all} {Gates(all)} failed"),
            GateVerdict.Pass when skipped > 0 => string.Create(CultureInfo.InvariantCulture, $"✅ {all - skipped} {Gates(all - skipped)} passed, {skipped} skipped"),
            GateVerdict.Pass => string.Create(CultureInfo.InvariantCulture, $"✅ {all} {Gates(all)} passed"),
            _ => "⏭️ No gate was judged",
        };

        static string Gates(int count) => count == 1 ? "gate" : "gates";
    }

    private static void WriteFindings(StringBuilder text, GateResult gate, string heading)
    {
        text.Append(CultureInfo.InvariantCulture, $"\n### {Inline(gate.Title)}: {Inline(heading)}\n\n");
        foreach (var finding in gate.Findings.OrderByDescending(finding => finding.Severity).Take(MostFindings))
        {
            var place = finding.File is null ? "" : $"`{Place(finding)}` ";
            var code = finding.Code is null ? "" : $" ({Inline(finding.Code)})";
            text.Append(CultureInfo.InvariantCulture, $"- {place}{Inline(TextCut.Of(finding.Message))}{code}\n");
            if (finding.Help is not null)
                text.Append(CultureInfo.InvariantCulture, $"  - {Inline(TextCut.Of(finding.Help))}\n");
        }

        if (gate.Findings.Count > MostFindings)
            text.Append(CultureInfo.InvariantCulture, $"- and {gate.Findings.Count - MostFindings} more, in gates.json\n");
        if (gate.Diff is not null)
            text.Append(CultureInfo.InvariantCulture, $"\n{FencedDiff.Of(gate.Diff)}");
    }

    private static string Place(Finding finding) =>
        new SourceLocation(finding.File!, finding.Line, finding.Column).ToString().Replace('`', '\'');

    private static string Verdict(GateResult gate) => gate.Verdict switch
    {
        GateVerdict.Pass when gate.Provenance is { } provenance => $"✅ pass, {provenance}",
        GateVerdict.Pass => "✅ pass",
        GateVerdict.Fail => $"❌ {Cell(gate.Reason ?? "fail")}",
        _ => $"⏭️ skipped: {Cell(gate.Reason ?? "no reason given")}",
    };

    // Zeros that are allowed say nothing.
    private static string Figures(GateResult gate) => string.Join(
        ", ",
        gate.Figures.Where(figure => figure.Value != 0 || !figure.IsAllowed()).Select(figure => Cell(Show(figure, gate))));

    private static string Show(Figure figure, GateResult gate) =>
        figure.Name == figure.Unit ? figure.ToString()
        : gate.Figures.Any(whole => whole.Name == figure.Unit) ? figure.ToPart()
        : $"{figure.Name} {figure}";

    internal static string Cell(string text) => Inline(text).Replace("|", "\\|", StringComparison.Ordinal);

    /// <summary>Text in one line; what looks like a tag is escaped, except in code, where Markdown shows it as it is.</summary>
    private static string Inline(string text)
    {
        var parts = string.Join(' ', text.Split(['\n', '\r'], StringSplitOptions.RemoveEmptyEntries)).Split('`');
        for (var index = 0; index < parts.Length; index++)
        {
            var isCode = index % 2 == 1 && index < parts.Length - 1;
            if (!isCode)
                parts[index] = parts[index].Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal);
        }

        return string.Join('`', parts);
    }
}
