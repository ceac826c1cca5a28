using System.Text.RegularExpressions;
using System.Xml.Linq;
using Slipway.Gates;
using Slipway.Reporting;

namespace Slipway.Tests.Reporting;

/// <summary>Reports that several jobs and legs have made together.</summary>
public class HandOverTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Legs_of_a_matrix_stand_beside_each_other()
    {
        using var project = RustProject.Empty();
        var folder = new ReportFolder(project.Folder);

        foreach (var leg in new[] { "ubuntu-24.04", "macos-15" })
        {
            await folder.AddAsync(Samples.Lint with { Leg = leg }, Token);
            await folder.AddAsync(Samples.Suite with { Leg = leg }, Token);
        }

        await folder.AddAsync(Samples.Lint, Token);

        Files(project, "gates").ShouldBe(["Lint-macos-15.json", "Lint-ubuntu-24.04.json", "Lint.json"]);
        Files(project, "tests").ShouldBe(["unit-macos-15.json", "unit-ubuntu-24.04.json"]);
        GatesFile.Read(await File.ReadAllTextAsync(folder.GatesJson, Token)).Gates.Select(gate => gate.Title)
            .ShouldBe(["Lint", "Lint (macos-15)", "Lint (ubuntu-24.04)"]);
        var summary = await File.ReadAllTextAsync(folder.Summary, Token);
        summary.ShouldContain("| Checks | Lint (macos-15) | ❌ 1 warning |");
        summary.ShouldContain("### Lint (macos-15): 1 warning");
        XDocument.Load(folder.JUnit).Root!.Elements("testsuite").Select(suite => suite.Attribute("name")!.Value)
            .ShouldBe(["unit.pkg.lib (macos-15)", "unit.pkg.tool (macos-15)", "unit.pkg.lib (ubuntu-24.04)", "unit.pkg.tool (ubuntu-24.04)"]);
    }

    [Fact]
    public void An_annotation_names_the_leg() =>
        GitHubAnnotations.For(Samples.Lint with { Leg = "macos-15" })[0].ShouldContain("title=Lint (macos-15)%3A clippy");

    [Fact]
    public async Task Legs_of_any_name_have_files_of_their_own_that_stay_in_the_folder()
    {
        using var project = RustProject.Empty();
        var folder = new ReportFolder(project.Folder);
        string[] legs = ["a b", "a/b", "a:b", "../../a", "a-b", "ä", "", new string('x', 300), new string('x', 301)];

        foreach (var leg in legs)
            await folder.AddAsync(Samples.Format with { Leg = leg }, Token);

        (await folder.ReadGatesAsync(Token)).Gates.Select(gate => gate.Leg).ShouldBe(legs, ignoreOrder: true);
        Files(project, "gates").ShouldAllBe(name => Regex.IsMatch(name, @"\A[A-Za-z0-9.-]{1,130}\z"));
        Directory.EnumerateFiles(project.Folder, "*.json", SearchOption.AllDirectories).Count().ShouldBe(legs.Length + 1);
    }

    [Fact]
    public async Task What_other_jobs_hand_over_is_made_into_one_report()
    {
        using var job = RustProject.Empty();
        using var report = RustProject.Empty();
        await new ReportFolder(job.Folder).AddAsync(Samples.UnitTest with { Leg = "macos-15", Job = "test" }, Token);
        await new ReportFolder(job.Folder).AddAsync(Samples.Suite with { Leg = "macos-15" }, Token);
        foreach (var part in new[] { "gates", "tests" })
        {
            foreach (var file in Files(job, part))
                report.With($"{part}/{file}", await File.ReadAllTextAsync(job / $"{part}/{file}", Token));
        }

        var folder = new ReportFolder(report.Folder);
        (await folder.PublishAsync(cancellationToken: Token)).Verdict.ShouldBe(GateVerdict.Pass);

        foreach (var name in new[] { "gates.json", "summary.md", "junit.xml" })
            (await File.ReadAllTextAsync(report / name, Token)).ShouldBe(await File.ReadAllTextAsync(job / name, Token));
    }

    [Fact]
    public async Task Of_nothing_no_report_is_made()
    {
        using var project = RustProject.Empty();

        (await new ReportFolder(project.Folder).PublishAsync(cancellationToken: Token)).Gates.ShouldBeEmpty();

        Directory.EnumerateFiles(project.Folder).Select(Path.GetFileName).ShouldBe([".lock"]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("\"text\"")]
    [InlineData("{\"name\":\"Lint\"}")]
    [InlineData("{\"name\":null,\"stage\":\"checks\",\"verdict\":\"pass\",\"figures\":[],\"findings\":[],\"duration\":0}")]
    [InlineData("{\"name\":\"Lint\",\"stage\":\"checks\",\"verdict\":\"pass\",\"figures\":[null],\"findings\":[],\"duration\":0}")]
    [InlineData("{\"name\":\"Lint\",\"stage\":\"checks\",\"verdict\":\"pass\",\"figures\":[],\"findings\":[{\"message\":\"m\"}],\"duration\":0}")]
    [InlineData("{\"name\":\"Lint\",\"stage\":\"lunch\",\"verdict\":\"pass\",\"figures\":[],\"findings\":[],\"duration\":0}")]
    [InlineData("{\"name\":\"Lint\",\"stage\":77,\"verdict\":\"pass\",\"figures\":[],\"findings\":[],\"duration\":0}")]
    [InlineData("{\"name\":\"Lint\",\"stage\":\"checks\",\"verdict\":\"pass\",\"figures\":[],\"findings\":[],\"duration\":1e300}")]
    public async Task A_file_that_is_no_gate_is_named(string content)
    {
        using var project = RustProject.Empty().With("gates/Foreign.json", content);

        var error = await Should.ThrowAsync<SlipwayException>(() => new ReportFolder(project.Folder).PublishAsync(cancellationToken: Token));

        error.Kind.ShouldBe(ErrorKind.Configuration);
        error.Message.ShouldStartWith("This is not the result of a gate");
        error.Location!.File.ShouldBe(project / "gates/Foreign.json");
    }

    [Fact]
    public async Task What_is_wrong_in_a_file_is_said_with_its_line()
    {
        using var project = RustProject.Empty();
        await new ReportFolder(project.Folder).AddAsync(Samples.Lint, Token);
        var text = await File.ReadAllTextAsync(project / "gates/Lint.json", Token);
        project.With("gates/Lint.json", text.Replace("\"fail\"", "\"perhaps\"", StringComparison.Ordinal));

        var error = await Should.ThrowAsync<SlipwayException>(() => new ReportFolder(project.Folder).ReadGatesAsync(Token));

        error.Explain().ShouldBe(
            $"{project / "gates/Lint.json"}:4: This is not the result of a gate; what is wrong is at $.verdict.\n"
            + "Only Slipway of the same version writes into this folder: remove the file, and run the pipeline again.");
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("{\"version\":2,\"suite\":{\"name\":\"unit\",\"isExpected\":true,\"duration\":0,\"groups\":[]}}")]
    [InlineData("{\"version\":1,\"suite\":{\"name\":\"unit\",\"isExpected\":true,\"duration\":0}}")]
    public async Task A_file_that_is_no_suite_is_named(string content)
    {
        using var project = RustProject.Empty().With("tests/foreign.json", content);

        var error = await Should.ThrowAsync<SlipwayException>(() => new ReportFolder(project.Folder).ReadTestsAsync(Token));

        error.Message.ShouldStartWith("This is not the result of a suite");
        error.Location!.File.ShouldBe(project / "tests/foreign.json");
    }

    [Fact]
    public async Task What_a_newer_version_adds_is_no_error()
    {
        using var project = RustProject.Empty();
        await new ReportFolder(project.Folder).AddAsync(Samples.Lint, Token);
        var text = await File.ReadAllTextAsync(project / "gates/Lint.json", Token);
        project.With("gates/Lint.json", text.Replace("\"name\": \"Lint\"", "\"name\": \"Lint\", \"weather\": \"fair\"", StringComparison.Ordinal));

        (await new ReportFolder(project.Folder).ReadGatesAsync(Token)).Gates.ShouldHaveSingleItem().Name.ShouldBe("Lint");
    }

    private static IEnumerable<string> Files(RustProject project, string part) =>
        Directory.EnumerateFiles(project / part).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal);
}
