using System.Globalization;
using System.Xml.Linq;
using Slipway.Gates;

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
    public static XElement Verdict(GateVerdict verdict)
    {
        var (style, sign, word) = verdict switch
        {
            GateVerdict.Pass => ("good", "✔", "pass"),
            GateVerdict.Fail => ("bad", "✘", "fail"),
            _ => ("none", "–", "skipped"),
        };
        return Tag.Styled("strong", $"verdict {style}", Tag.Sign(sign), " " + word);
    }

    private static XElement Row(GateResult gate) => Tag.Styled(
        "tr",
        gate.Verdict == GateVerdict.Fail ? "failed" : "kept",
        Tag.Of(
            "th",
            Tag.Attribute("scope", "row"),
            gate.Findings.Count == 0 ? gate.Title : Tag.Of("a", Tag.Attribute("href", "#" + FindingList.IdOf(gate)), gate.Title)),
        Tag.Of("td", Verdict(gate.Verdict), gate.Reason is null ? null : Tag.Styled("span", "reason", " " + gate.Reason)),
        Tag.Of("td", gate.Figures.Count == 0 ? null : Tag.Styled("ul", "figures", gate.Figures.Select(figure => FigureText.Of(figure, gate)))),
        Tag.Styled("td", "number", string.Create(CultureInfo.InvariantCulture, $"{gate.Duration.TotalSeconds:0.0} s")));
}
