using System.Globalization;
using System.Xml.Linq;
using Slipway.Gates;
using Slipway.Html;

namespace Slipway.Reporting.Html;

/// <summary>All gates: what each says, why, and what it has measured.</summary>
internal static class GateTable
{
    private static readonly string[] Columns = ["gate", "verdict", "figures", "time"];

    public static XElement Of(GateReport report) => Section.Of(
        "gates",
        "Gates",
        Table.Of(
            "gates",
            Tag.Of("caption", "What each gate says, with its figures and their limits"),
            Tag.Of("thead", Tag.Of("tr", Columns.Select(name => Tag.Of("th", Tag.Attribute("scope", "col"), name)))),
            report.Gates.GroupBy(gate => gate.Stage).Select(stage => Tag.Of(
                "tbody",
                Tag.Of("tr", Tag.Styled(
                    "th",
                    "stage",
                    Tag.Attribute("scope", "rowgroup"),
                    Tag.Attribute("colspan", Columns.Length.ToString(CultureInfo.InvariantCulture)),
                    stage.Key.ToString())),
                stage.Select(Row)))));

    /// <summary>The verdict as a sign and a word.</summary>
    public static XElement Verdict(GateVerdict verdict) => Tag.Styled(
        "strong",
        $"verdict {StyleOf(verdict)}",
        Tag.Sign(SignOf(verdict)),
        verdict switch
        {
            GateVerdict.Pass => " pass",
            GateVerdict.Fail => " fail",
            _ => " skipped",
        });

    public static string SignOf(GateVerdict verdict) => verdict switch
    {
        GateVerdict.Pass => "✔",
        GateVerdict.Fail => "✘",
        _ => "–",
    };

    public static string StyleOf(GateVerdict verdict) => verdict switch
    {
        GateVerdict.Pass => "good",
        GateVerdict.Fail => "bad",
        _ => "none",
    };

    private static XElement Row(GateResult gate) => Tag.Styled(
        "tr",
        gate.Verdict == GateVerdict.Fail ? "failed" : "kept",
        Tag.Of(
            "th",
            Tag.Attribute("scope", "row"),
            gate.Findings.Count == 0 ? gate.Title : Tag.Of("a", Tag.Attribute("href", "#" + FindingList.IdOf(gate)), gate.Title)),
        Tag.Of("td", Verdict(gate.Verdict), gate.Reason is null ? null : Tag.Styled("span", "reason", " " + gate.Reason), gate.Provenance is null ? null : Tag.Styled("small", "place", " ↺ " + gate.Provenance)),
        Tag.Of("td", gate.Figures.Count == 0 ? null : Tag.Styled("ul", "figures", gate.Figures.Select(figure => FigureText.Of(figure, gate)))),
        Tag.Styled("td", "number", gate.Verdict == GateVerdict.Skip && gate.Duration == TimeSpan.Zero ? "" : TimeText.Of(gate.Duration)));
}
