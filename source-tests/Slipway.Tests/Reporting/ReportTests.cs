using System.Xml.Linq;
using Slipway.Gates;
using Slipway.Reporting;

namespace Slipway.Tests.Reporting;

public class ReportTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void The_gates_file_is_the_same_whatever_order_gates_end_in()
    {
        GateResult[] gates = [Samples.Lint, Samples.Format, Samples.UnitTest, Samples.Safety];

        var text = GatesFile.Write(new GateReport(gates));

        GatesFile.Write(new GateReport(gates.Reverse())).ShouldBe(text);
        Golden.ShouldMatch(text, "gates.golden.json");
    }

    [Fact]
    public void The_gates_file_can_be_read_back()
    {
        var text = GatesFile.Write(new GateReport([Samples.Lint, Samples.UnitTest]));

        GatesFile.Write(GatesFile.Read(text)).ShouldBe(text);
    }

    [Fact]
    public void A_gates_file_of_another_version_is_refused()
    {
        var text = GatesFile.Write(new GateReport([])).Replace("\"version\": 1", "\"version\": 9", StringComparison.Ordinal);

        Should.Throw<SlipwayException>(() => GatesFile.Read(text)).Message.ShouldContain("version 9");
    }

    [Fact]
    public void The_summary_shows_all_gates_and_how_to_mend_what_fails() =>
        Golden.ShouldMatch(
            SummaryMarkdown.Write(new GateReport([Samples.Lint, Samples.Format, Samples.UnitTest, Samples.Safety])),
            "summary.golden.md");

    [Fact]
    public void JUnit_has_one_suite_per_process_and_is_XML_whatever_tests_print()
    {
        var text = JUnitXml.Write([Samples.Suite]);

        Golden.ShouldMatch(text, "junit.golden.xml");
        var root = XDocument.Parse(text).Root!;
        root.Elements("testsuite").Select(suite => suite.Attribute("name")!.Value).ShouldBe(["unit.pkg.lib", "unit.pkg.tool"]);
        root.Descendants("failure").Single().Attribute("message")!.Value.ShouldBe("left \"1\"\nright '2'");
        root.Descendants("failure").Single().Value.ShouldBe("red ]]> nul:\uFFFD bell:\uFFFD lone:\uFFFD smile:😀");
    }

    [Fact]
    public async Task Gates_that_end_at_the_same_time_are_all_in_the_report()
    {
        using var project = RustProject.Empty();
        var names = Enumerable.Range(0, 20).Select(number => $"Gate{number:00}").ToList();

        // Each has its own instance, as each process would.
        await Task.WhenAll(names.Select(name => Task.Run(
            () => new ReportFolder(project.Folder).AddAsync(Samples.Format with { Name = name }, Token), Token)));
        await new ReportFolder(project.Folder).AddAsync(Samples.Suite, Token);

        var folder = new ReportFolder(project.Folder);
        GatesFile.Read(await File.ReadAllTextAsync(folder.GatesJson, Token)).Gates.Select(gate => gate.Name).ShouldBe(names);
        (await File.ReadAllTextAsync(folder.JUnit, Token)).ShouldBe(JUnitXml.Write([Samples.Suite]));
        (await File.ReadAllTextAsync(folder.Summary, Token)).ShouldContain("Gate19");
        Directory.EnumerateFiles(project.Folder, "*.tmp", SearchOption.AllDirectories).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_gate_that_runs_again_replaces_its_result_and_clearing_removes_all()
    {
        using var project = RustProject.Empty();
        var folder = new ReportFolder(project.Folder);

        await folder.AddAsync(Samples.Lint, Token);
        await folder.AddAsync(Samples.Lint with { Verdict = GateVerdict.Pass, Findings = [] }, Token);

        (await folder.ReadGatesAsync(Token)).Gates.ShouldHaveSingleItem().Verdict.ShouldBe(GateVerdict.Pass);
        await folder.ClearAsync(Token);
        (await folder.ReadGatesAsync(Token)).Gates.ShouldBeEmpty();
        File.Exists(folder.GatesJson).ShouldBeFalse();
    }

    [Fact]
    public async Task A_name_that_would_leave_the_folder_is_refused()
    {
        using var project = RustProject.Empty();

        await Should.ThrowAsync<ArgumentException>(
            () => new ReportFolder(project.Folder).AddAsync(Samples.Lint with { Name = "../evil" }, Token));
    }

    [Fact]
    public async Task A_file_is_replaced_as_a_whole_or_not_at_all()
    {
        using var project = RustProject.Empty().With("file.txt", "before");

        await Should.ThrowAsync<OperationCanceledException>(
            () => AtomicFile.WriteTextAsync(project / "file.txt", "after", new CancellationToken(canceled: true)));

        (await File.ReadAllTextAsync(project / "file.txt", Token)).ShouldBe("before");
        Directory.EnumerateFiles(project.Folder).ShouldHaveSingleItem();
        await AtomicFile.WriteTextAsync(project / "file.txt", "after", Token);
        (await File.ReadAllTextAsync(project / "file.txt", Token)).ShouldBe("after");
    }
}
