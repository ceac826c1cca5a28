using Slipway.Reporting.Html;

namespace Slipway.Tests.Reporting;

public class PageTests
{
    [Fact]
    public void The_page_shows_everything_that_a_run_has_measured() =>
        Golden.ShouldMatch(HtmlReport.Write(PageSamples.Full), "index.golden.html");
}
