using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;

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
        return HtmlRenderer.Render(Tag.Of(
            "html",
            Tag.Attribute("lang", "en"),
            Head(headline),
            Tag.Of("body", Header(content, headline), Links(shown), Tag.Of("main", shown.ToArray<object?>()))));
    }

    private static XElement Head(string headline) => Tag.Of(
        "head",
        new XElement("meta", Tag.Attribute("charset", "utf-8")),
        new XElement("meta", Tag.Attribute("http-equiv", "Content-Security-Policy"), Tag.Attribute("content", Policy())),
        new XElement("meta", Tag.Attribute("name", "viewport"), Tag.Attribute("content", "width=device-width, initial-scale=1")),
        new XElement("meta", Tag.Attribute("name", "color-scheme"), Tag.Attribute("content", "light dark")),
        // Browsers ask for an icon unless there is one.
        new XElement("link", Tag.Attribute("rel", "icon"), Tag.Attribute("href", "data:,")),
        Tag.Of("title", headline),
        Tag.Of("style", StyleSheet.Text));

    // No attribute may style anything, so no text that slips through could.
    private static string Policy()
    {
        var hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(StyleSheet.Text)));
        return $"default-src 'none'; style-src 'sha256-{hash}'; img-src data:; base-uri 'none'; form-action 'none'";
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

    private static XElement Links(IReadOnlyList<XElement> sections) => Tag.Of(
        "nav",
        Tag.Attribute("aria-label", "Parts of the report"),
        Tag.Of("ul", sections.Select(section => Tag.Of(
            "li",
            Tag.Of("a", Tag.Attribute("href", "#" + section.Attribute("id")!.Value), section.Element("h2")!.Value)))));
}
