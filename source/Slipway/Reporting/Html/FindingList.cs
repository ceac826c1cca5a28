using System.Globalization;
using System.Xml.Linq;
using Slipway.Gates;
using Slipway.Html;

namespace Slipway.Reporting.Html;

/// <summary>What is wrong, by gate and file, and how to mend it.</summary>
internal static class FindingList
{
    private const int MostFindings = 300;

    public static XElement? Of(GateReport report)
    {
        var gates = report.Gates.Where(gate => gate.Findings.Count > 0 || gate.Verdict == GateVerdict.Fail).ToList();
        return gates.Count == 0 ? null : Section.Of("findings", "Findings", gates.OrderByDescending(gate => gate.Verdict == GateVerdict.Fail).Select(Of));
    }

    /// <summary>What the findings of a gate are linked by.</summary>
    public static string IdOf(GateResult gate) => "findings-" + ReportFileName.Safe($"{gate.Stage} {gate.Title}");

    private static XElement Of(GateResult gate)
    {
        var shown = gate.Findings.OrderByDescending(finding => finding.Severity).Take(MostFindings).ToList();
        var rest = gate.Findings.Count - shown.Count;
        return Tag.Of(
            "details",
            Tag.Attribute("id", IdOf(gate)),
            gate.Verdict == GateVerdict.Fail ? Tag.Attribute("open", "") : null,
            Tag.Of("summary", Tag.Of("h3", gate.Title), " ", GateTable.Verdict(gate.Verdict), " ", Tag.Styled("span", "reason", gate.Reason ?? Counted(gate.Findings.Count, "finding"))),
            shown.GroupBy(finding => finding.File).Select(OfFile),
            rest > 0 ? Tag.Styled("p", "rest", $"and {Counted(rest, "more finding")}, in gates.json") : null);
    }

    private static XElement OfFile(IGrouping<string?, Finding> file) => Tag.Styled(
        "div",
        "file",
        file.Key is null ? null : Tag.Styled("p", "path", Tag.Code(file.Key)),
        Tag.Styled("ul", "findings", file.Select(Of)));

    private static XElement Of(Finding finding)
    {
        var (style, sign, word) = finding.Severity switch
        {
            FindingSeverity.Error => ("bad", "✘", "error"),
            FindingSeverity.Warning => ("warn", "▲", "warning"),
            _ => ("none", "●", "note"),
        };
        return Tag.Of(
            "li",
            Tag.Styled("strong", style, Tag.Sign(sign), " " + word),
            " ",
            finding.File is null ? null : new object[] { Tag.Code(new SourceLocation(finding.File, finding.Line, finding.Column).ToString()), " " },
            finding.Code is null ? null : new object[] { Tag.Styled("span", "rule", finding.Code), " " },
            Tag.Styled("div", "text", TextCut.Of(finding.Message)),
            finding.Help is null ? null : Tag.Styled("div", "help", Tag.Sign("→"), " ", Tag.Styled("span", "spoken", "How to mend it: "), TextCut.Of(finding.Help)));
    }

    private static string Counted(int count, string what) => string.Create(CultureInfo.InvariantCulture, $"{count} {what}{(count == 1 ? "" : "s")}");
}
