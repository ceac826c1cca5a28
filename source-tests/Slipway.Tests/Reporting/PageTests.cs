using System.Text.RegularExpressions;
using System.Xml.Linq;
using CsCheck;
using Slipway.Base;
using Slipway.Cargo.Binaries;
using Slipway.Cargo.Testing;
using Slipway.Gates;
using Slipway.Html;
using Slipway.Reporting;
using Slipway.Reporting.Html;

namespace Slipway.Tests.Reporting;

public partial class PageTests
{
    private static readonly string[] Attacks =
    [
        "</style><script>alert(1)</script>",
        "\"'><img src=x onerror=alert(1)>",
        "<!--",
        "]]>",
        "&lt;b&gt;",
        "</pre></details>",
        "javascript:alert(1)",
        "\u202E\0\uD800\u001b[31m",
    ];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void The_page_shows_everything_that_a_run_has_measured() =>
        Golden.ShouldMatch(HtmlReport.Write(PageSamples.Full), "index.golden.html");

    [Fact]
    public void The_page_of_nothing_is_a_page()
    {
        var text = HtmlReport.Write(PageSamples.Empty);

        text.ShouldContain("No gate was judged");
        Parse(text).Descendants("section").ShouldHaveSingleItem();
    }

    [Fact]
    public void Whatever_a_text_holds_it_stays_text()
    {
        var plain = Elements(PageSamples.Hostile("x"));

        Gen.Select(Gen.String, Gen.Int[0, Attacks.Length], (text, number) => number == Attacks.Length ? text : Attacks[number] + text)
            // What begins with a dash is shown as an option.
            .Sample(text => Elements(PageSamples.Hostile("x" + text)) == plain, iter: 300);
    }

    [Fact]
    public void What_reads_backwards_or_does_not_read_at_all_is_replaced()
    {
        var text = HtmlReport.Write(PageSamples.Hostile("a\u202Eb\u2066c\0d"));

        text.ShouldContain("a\uFFFDb\uFFFDc\uFFFDd");
        text.ShouldNotContain('\u202E');
    }

    [Fact]
    public void Links_lead_somewhere_and_ids_are_unique()
    {
        var page = Parse(HtmlReport.Write(PageSamples.Full));

        var ids = page.Descendants().Select(element => element.Attribute("id")?.Value).OfType<string>().ToList();
        ids.ShouldBeUnique();
        var links = page.Descendants("a").Select(link => link.Attribute("href")!.Value).ToList();
        links.ShouldNotBeEmpty();
        links.ShouldAllBe(link => link.StartsWith('#') && ids.Contains(link.Substring(1)));
    }

    [Fact]
    public void Every_table_has_a_caption_and_every_drawing_a_title()
    {
        var page = Parse(HtmlReport.Write(PageSamples.Full));

        page.Descendants("table").Count().ShouldBeGreaterThan(6);
        page.Descendants("table").ShouldAllBe(table => table.Element("caption")!.Value.Length > 0);
        page.Descendants("svg").ShouldAllBe(drawing => drawing.Element("title")!.Value.Length > 0);
    }

    [Fact]
    public void The_flakiest_tests_are_those_that_surely_fail_most()
    {
        var rows = Parse(HtmlReport.Write(PageSamples.Full)).Descendants("section")
            .Single(section => section.Attribute("id")?.Value == "flakiest")
            .Descendants("tbody").Single().Elements("tr").ToList();

        // One failure in one run says less than four in thirty, but for a rate that is surely higher.
        rows.Select(row => row.Elements("td").Last().Value).ShouldBe(["1 of 1", "4 of 30", "1 of 412"]);
        rows[1].Elements("td").Select(cell => cell.Value).Skip(1).ShouldBe(["13.3 %", "5.3 to 29.7 %", "4 of 30"]);
    }

    [Fact]
    public async Task Of_tests_that_never_failed_there_is_no_chart()
    {
        using var project = RustProject.Empty();
        var folder = new ReportFolder(project.Folder);
        var steady = new FlakyRate("unit", "pkg", "lib", "tests::steady", 0, 9);

        await folder.WriteAsync([steady], cancellationToken: Token);
        await folder.AddAsync(Samples.Lint, Token);
        (await File.ReadAllTextAsync(folder.Page, Token)).ShouldNotContain("id=\"flakiest\"");

        await folder.WriteAsync([steady, steady with { Test = "tests::moody", Failures = 2 }], cancellationToken: Token);
        await folder.AddAsync(Samples.Lint, Token);
        var page = await File.ReadAllTextAsync(folder.Page, Token);
        page.ShouldContain("tests::moody");
        page.ShouldNotContain("tests::steady");
    }

    [Fact]
    public void Huge_output_of_tests_does_not_make_a_huge_page()
    {
        var findings = Enumerable.Range(0, 20_000).Select(line => new Finding(FindingSeverity.Error, new string('x', 20_000), "a.rs", line)).ToList();
        var cases = Enumerable.Range(0, 5_000).Select(number => new TestCase($"t{number}", TestOutcome.Failed, "m", new string('y', 20_000))).ToList();
        var suite = new TestSuiteResult("unit", true, TimeSpan.Zero, [new TestGroup("p", "g", TestGroupKind.Library, 1, TimeSpan.Zero, cases)]);
        var report = PageSamples.Empty with { Gates = new GateReport([Samples.Lint with { Findings = findings }]), Suites = [suite] };

        var text = HtmlReport.Write(report);

        text.Length.ShouldBeInRange(1_000_000, 4_000_000);
        text.ShouldContain("and 19700 more findings, in gates.json");
        text.ShouldContain("and 4900 more, in junit.xml");
        text.ShouldContain("16000 more characters");
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{\"version\":1}")]
    [InlineData("{\"version\":2,\"files\":[]}")]
    [InlineData("{\"version\":1,\"files\":[null]}")]
    [InlineData("{\"version\":1,\"files\":[{\"path\":null,\"lines\":{\"covered\":1,\"total\":1}}]}")]
    public async Task A_broken_file_is_said_and_the_rest_is_shown(string content)
    {
        using var project = RustProject.Empty().With("coverage.json", content);
        var folder = new ReportFolder(project.Folder);

        await folder.AddAsync(Samples.Lint, Token);

        var text = await File.ReadAllTextAsync(folder.Page, Token);
        text.ShouldContain("coverage.json is not shown: it");
        text.ShouldContain("clippy::manual");
        text.ShouldNotContain("id=\"coverage\"");
    }

    [Fact]
    public async Task The_charts_are_made_of_what_stages_leave_and_go_with_it()
    {
        using var project = RustProject.Empty()
            .With("coverage.json", """{"version":1,"provider":"llvm","lines":{"covered":1,"total":3,"percent":33.333},"files":[{"path":"src/lib.rs","lines":{"covered":1,"total":3,"percent":33.333},"missed":["2-3"]}]}""")
            .With("benchmarks.json", """{"version":1,"base":"abc","baseOrigin":"main","maxSlowdown":5,"benchmarks":[{"name":"parse","outcome":"same","base":100.5,"head":101,"ratio":1.005,"lower":0.99,"upper":1.02,"blocks":3}]}""");
        var folder = new ReportFolder(project.Folder);
        var before = new ProgramSize("caro", null, 900, [new BinarySection(".text", 500), new BinarySection(".gone", 7)]);
        var after = new ProgramSize("caro", null, 1000, [new BinarySection(".text", 600), new BinarySection(".new", 1)]);
        await folder.WriteAsync(new SizeComparison(new BaseCommit("0123456789", "main"), [before], [after], TimeSpan.Zero), cancellationToken: Token);

        await folder.AddAsync(Samples.Lint, Token);

        var page = Parse(await File.ReadAllTextAsync(folder.Page, Token));
        Rows(page, "coverage").ShouldBe(["src/lib.rs not run: 2-3|33.3 %|1 of 3", "all files|33.3 %|1 of 3"]);
        Rows(page, "benchmarks").ShouldBe(["parse 100.5 ns → 101 ns|1.005|same"]);
        Rows(page, "sizes").ShouldBe([".text|600 bytes|+100 bytes", ".new|1 byte|+1 byte", ".gone|0 bytes|−7 bytes", "whole file|1 kB|+100 bytes"]);
        await folder.ClearAsync(Token);
        Directory.EnumerateFiles(project.Folder).Select(Path.GetFileName).ShouldBe([".lock"]);
    }

    [Fact]
    public async Task Legs_of_a_matrix_keep_their_sizes_and_count_flaky_tests_together()
    {
        using var project = RustProject.Empty();
        var folder = new ReportFolder(project.Folder);
        var moody = new FlakyRate("unit", "pkg", "lib", "tests::moody", 1, 10);
        foreach (var (leg, size) in new[] { ("linux", 1000), ("macos-15", 2000) })
        {
            var sizes = new SizeComparison(new BaseCommit("0123456789", "main"), [], [new ProgramSize("caro", null, size, [])], TimeSpan.Zero);
            await folder.WriteAsync(sizes, leg, Token);
            await folder.WriteAsync([moody], leg, Token);
        }

        await folder.AddAsync(Samples.Lint, Token);

        var page = Parse(await File.ReadAllTextAsync(folder.Page, Token));
        page.Descendants("caption").Select(caption => caption.Value).ShouldContain("caro, linux by section; it is new");
        Rows(page, "sizes").ShouldBe(["whole file|1 kB|new", "whole file|2 kB|new"]);
        Rows(page, "flakiest").ShouldHaveSingleItem().ShouldEndWith("|2 of 20");
        await folder.ClearAsync(Token);
        Directory.EnumerateFiles(project.Folder).Select(Path.GetFileName).ShouldBe([".lock"]);
    }

    [Fact]
    public void Colours_of_text_stand_out_from_every_ground_in_both_schemes()
    {
        var schemes = StyleSheet.Text.Split("@media (prefers-color-scheme: dark)", 2);
        schemes.Length.ShouldBe(2);
        foreach (var scheme in schemes)
        {
            var colours = Colour().Matches(scheme[..scheme.IndexOf('}', StringComparison.Ordinal)])
                .ToDictionary(match => match.Groups[1].Value, match => Luminance(match.Groups[2].Value));
            foreach (var ground in new[] { "page", "panel", "good-panel", "bad-panel", "none-panel" })
            {
                foreach (var text in new[] { "text", "quiet", "good", "bad", "warn", "link" })
                    Contrast(colours[text], colours[ground]).ShouldBeGreaterThanOrEqualTo(4.5, $"{text} on {ground}");
            }

            Contrast(colours["bar"], colours["page"]).ShouldBeGreaterThanOrEqualTo(3);
            Contrast(colours["before"], colours["page"]).ShouldBeGreaterThanOrEqualTo(3);
        }
    }

    private static IEnumerable<string> Rows(XElement page, string section) =>
        from row in page.Descendants("section").Single(part => part.Attribute("id")!.Value == section).Descendants("tbody").Elements("tr")
        select string.Join('|', row.Elements().Where(cell => cell.Attribute("class")?.Value != "drawing").Select(cell => cell.Value));

    private static string Elements(ReportContent content) =>
        string.Join(' ', Parse(HtmlReport.Write(content)).DescendantsAndSelf().Select(element =>
            $"{element.Name}({string.Join(',', element.Attributes().Select(attribute => attribute.Name.LocalName))})"));

    // The page is written so that it is XML, too: what parses has no loose ends.
    private static XElement Parse(string page) => XElement.Parse(page["<!DOCTYPE html>".Length..]);

    private static double Contrast(double one, double other) => (Math.Max(one, other) + 0.05) / (Math.Min(one, other) + 0.05);

    // As WCAG 2 has it.
    private static double Luminance(string hex)
    {
        double[] weights = [0.2126, 0.7152, 0.0722];
        return weights.Select((weight, index) =>
        {
            var value = Convert.ToInt32(hex.Substring(index * 2, 2), 16) / 255.0;
            return weight * (value <= 0.03928 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4));
        }).Sum();
    }

    [GeneratedRegex("--([a-z-]+): #([0-9a-f]{6})")]
    private static partial Regex Colour();
}
