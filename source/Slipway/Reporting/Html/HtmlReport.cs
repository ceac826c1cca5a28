using System.Xml.Linq;
using Slipway.Html;

namespace Slipway.Reporting.Html;

/// <summary>
/// The report as one page: it needs no other file, no network and no script, and a browser is told to allow none.
/// </summary>
public static class HtmlReport
{
    public static string Write(ReportContent content)
    {
        // The page has its own sign in place of the first one.
        var headline = SummaryMarkdown.Headline(content.Gates).Split(' ', 2)[^1];
        XElement?[] sections =
        [
            GateTable.Of(content.Gates),
            FindingList.Of(content.Gates),
            TestSections.Failures(content.Suites),
            TimeChart.Of(content.Gates),
            TestSections.Slowest(content.Suites),
            TestSections.Flakiest(content.Flaky),
            CoverageChart.Of(content.Coverage),
            BenchmarkChart.Of(content.Benchmarks),
            SizeChart.Of(content.Sizes),
        ];
        var shown = sections.OfType<XElement>().ToList();
        return HtmlPage.Write(headline, Header(content, headline), "Parts of the report", shown);
    }

    private static XElement Header(ReportContent content, string headline) => Tag.Styled(
        "header",
        GateTable.StyleOf(content.Gates.Verdict),
        Tag.Of("h1", Tag.Sign(GateTable.SignOf(content.Gates.Verdict)), " " + headline),
        content.Gates.Failed.Any()
            ? Tag.Of("ul", content.Gates.Failed.Select(gate => Tag.Of(
                "li",
                Tag.Of("a", Tag.Attribute("href", "#" + FindingList.IdOf(gate)), gate.Title),
                $": {gate.Reason ?? "failed"}")))
            : null,
        content.Problems.Select(problem => Tag.Styled("p", "problem", Tag.Sign("⚠"), $" {problem}")));
}
