using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using Slipway.Coverage;
using Slipway.Coverage.Reports;

namespace Slipway.Tests.Coverage;

public class ReportTests
{
    private static readonly CoverageData Data = Measured.Data(
        Measured.File("src/a<b>&.rs", 3, 0, null, 0, 1).WithRegions((1, 1, 3), (2, 5, 0)).WithFunctions((1, 3), (4, 0)),
        Measured.File("src/deep/c.rs", null, 1));

    [Fact]
    public void Lcov_names_functions_lines_and_their_sums() => Golden.ShouldMatch(LcovFile.Write(Data), "lcov.info");

    [Fact]
    public void Cobertura_gives_a_rate_to_all_that_holds_lines() =>
        Golden.ShouldMatch(CoberturaFile.Write(Data, "/ws/crate", DateTimeOffset.UnixEpoch), "cobertura.xml");

    [Fact]
    public void The_figures_of_files_are_readable_by_programs() => Golden.ShouldMatch(CoverageFile.Write(Data), "coverage.json");

    [Fact]
    public void What_the_tool_does_not_tell_is_left_out()
    {
        var json = CoverageFile.Write(Data with { HasRegions = false });

        json.ShouldNotContain("regions");
        json.ShouldNotContain("functions");
    }

    [Fact]
    public void Cobertura_rates_are_those_of_the_lines_below()
    {
        var root = XDocument.Load(XmlReader.Create(
            new StringReader(CoberturaFile.Write(Data, "/ws", DateTimeOffset.UnixEpoch)),
            new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore })).Root!;

        foreach (var element in root.DescendantsAndSelf().Where(element => element.Name.LocalName is "coverage" or "package" or "class"))
        {
            var lines = element.DescendantsAndSelf("class").Elements("lines").Elements("line").ToList();
            var rate = lines.Count(line => line.Attribute("hits")!.Value != "0") / (double)lines.Count;
            double.Parse(element.Attribute("line-rate")!.Value, CultureInfo.InvariantCulture).ShouldBe(rate, 0.000001);
        }
    }

    [Fact]
    public void Cobertura_keeps_its_definition()
    {
        const string Definition = """
            <!DOCTYPE coverage [
            <!ELEMENT coverage (sources?, packages)>
            <!ATTLIST coverage line-rate CDATA #REQUIRED branch-rate CDATA #REQUIRED lines-covered CDATA #REQUIRED lines-valid CDATA #REQUIRED
                branches-covered CDATA #REQUIRED branches-valid CDATA #REQUIRED complexity CDATA #REQUIRED version CDATA #REQUIRED timestamp CDATA #REQUIRED>
            <!ELEMENT sources (source*)>
            <!ELEMENT source (#PCDATA)>
            <!ELEMENT packages (package*)>
            <!ELEMENT package (classes)>
            <!ATTLIST package name CDATA #REQUIRED line-rate CDATA #REQUIRED branch-rate CDATA #REQUIRED complexity CDATA #REQUIRED>
            <!ELEMENT classes (class*)>
            <!ELEMENT class (methods, lines)>
            <!ATTLIST class name CDATA #REQUIRED filename CDATA #REQUIRED line-rate CDATA #REQUIRED branch-rate CDATA #REQUIRED complexity CDATA #REQUIRED>
            <!ELEMENT methods (method*)>
            <!ELEMENT method (lines)>
            <!ATTLIST method name CDATA #REQUIRED signature CDATA #REQUIRED line-rate CDATA #REQUIRED branch-rate CDATA #REQUIRED complexity CDATA #REQUIRED>
            <!ELEMENT lines (line*)>
            <!ELEMENT line EMPTY>
            <!ATTLIST line number CDATA #REQUIRED hits CDATA #REQUIRED>
            ]>
            """;
        var text = CoberturaFile.Write(Data, "/ws", DateTimeOffset.UnixEpoch);
        var start = text.IndexOf("<!DOCTYPE", StringComparison.Ordinal);
        var end = text.IndexOf('>', start) + 1;

        using var reader = XmlReader.Create(
            new StringReader(text[..start] + Definition + text[end..]),
            new XmlReaderSettings { DtdProcessing = DtdProcessing.Parse, ValidationType = ValidationType.DTD });
        Should.NotThrow(() =>
        {
            while (reader.Read())
            {
            }
        });
    }

    [Fact]
    public void A_path_cannot_add_lines_to_a_report()
    {
        var data = Measured.Data(Measured.File("src/a\nSF:b\u0001.rs", 1));

        LcovFile.Write(data).Split('\n').Count(line => line.StartsWith("SF:", StringComparison.Ordinal)).ShouldBe(1);
        CoberturaFile.Write(data, "/ws", DateTimeOffset.UnixEpoch).ShouldContain("filename=\"src/a\uFFFDSF:b\uFFFD.rs\"");
    }

    [Fact]
    public void Without_any_line_the_rate_is_still_a_number() =>
        CoberturaFile.Write(Measured.Data(), "/ws", DateTimeOffset.UnixEpoch).ShouldContain("line-rate=\"1\"");
}
