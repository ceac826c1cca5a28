using Slipway.Cargo;
using Slipway.Cargo.Testing;
using Slipway.Gates;

namespace Slipway.Tests.Gates;

public class GateTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Lint_fails_on_a_warning_and_says_where_and_what_to_do()
    {
        using var project = RustProject.Library("style", "pub fn one() -> u8 {\n    return 1;\n}\n");
        var workspace = await CargoWorkspace.LoadAsync(project.Folder, Token);
        var run = await CargoCommand.Clippy.WithWorkspace(workspace).ExecuteAsync(null, Token);

        var gate = LintGate.Judge(run, project.Folder);

        gate.Verdict.ShouldBe(GateVerdict.Fail);
        gate.Reason.ShouldBe("1 warning");
        gate.Figures.Select(figure => figure.ToString()).ShouldBe(["0 errors", "1 warning (≤ 0)"]);
        var finding = gate.Findings.ShouldHaveSingleItem();
        (finding.Severity, finding.File, finding.Line, finding.Code, finding.Help)
            .ShouldBe((FindingSeverity.Warning, "src/lib.rs", 2, "clippy::needless_return", "remove `return`: `1` (https://rust-lang.github.io/rust-clippy/stable/index.html#needless_return)"));
    }

    [Fact]
    public async Task Lint_says_of_a_lint_how_often_and_where_before_the_places_themselves()
    {
        using var project = RustProject.Library("style", string.Concat(Enumerable.Range(0, 4).Select(number => $"pub fn f{number}() -> u8 {{\n    return 1;\n}}\n")) + "pub fn g(x: Vec<u8>) -> bool {\n    x.len() == 0\n}\n");
        var workspace = await CargoWorkspace.LoadAsync(project.Folder, Token);

        var gate = LintGate.Judge(await CargoCommand.Clippy.WithWorkspace(workspace).ExecuteAsync(null, Token), project.Folder);

        gate.Reason.ShouldBe("5 warnings");
        var head = gate.Findings[0];
        (head.Code, head.Message, head.File, head.Help).ShouldBe(("clippy::needless_return", "4 places: src/lib.rs:2, src/lib.rs:5, src/lib.rs:8, …", null, "https://rust-lang.github.io/rust-clippy/stable/index.html#needless_return"));
        gate.Findings.Skip(1).Select(finding => finding.Line).ShouldBe([2, 5, 8, 11, 14]);
        gate.Findings[^1].Help.ShouldNotBeNull().ShouldEndWith("#len_zero)");
    }

    [Fact]
    public async Task Format_shows_the_change_as_far_as_there_is_room()
    {
        using var project = RustProject.Library("untidy", "pub fn  one() {}\n\npub fn two() {}\n").With("src/long.rs", "");
        var workspace = await CargoWorkspace.LoadAsync(project.Folder, Token);
        FormatGate.Judge(await FormatCheck.RunAsync(workspace, null, Token), project.Folder).Diff
            .ShouldBe("@@ src/lib.rs:1 @@\n-pub fn  one() {}\n+pub fn one() {}\n \n pub fn two() {}");

        project.With("src/lib.rs", string.Concat(Enumerable.Range(0, 150).Select(number => $"pub fn  f{number}() {{}}\n")));
        var lines = FormatGate.Judge(await FormatCheck.RunAsync(workspace, null, Token), project.Folder).Diff.ShouldNotBeNull().Split('\n');
        lines.Length.ShouldBe(201);
        lines[^1].ShouldMatch(@"^@@ and \d+ more lines @@$");

        project.With("src/lib.rs", "pub fn one() {}\n");
        FormatGate.Judge(await FormatCheck.RunAsync(workspace, null, Token), project.Folder).Diff.ShouldBeNull();
    }

    [Fact]
    public async Task Compile_fails_on_a_warning_that_cargo_only_repeats_and_dependencies_stay_fresh()
    {
        using var project = RustProject.Library("sloppy", "pub fn one() {\n    let unused = 1;\n}\n");
        var workspace = await CargoWorkspace.LoadAsync(project.Folder, Token);
        await CargoCommand.Build.WithWorkspace(workspace).ExecuteAsync(null, Token);
        var again = await CargoCommand.Build.WithWorkspace(workspace).ExecuteAsync(null, Token);

        again.Artifacts.ShouldAllBe(artifact => artifact.IsFresh);
        CompileGate.Judge(again, project.Folder).Reason.ShouldBe("1 warning");
    }

    [Fact]
    public async Task Compile_fails_when_cargo_fails_without_a_compiler_message()
    {
        using var project = RustProject.Library("plain", "");
        var workspace = await CargoWorkspace.LoadAsync(project.Folder, Token);
        var run = await CargoCommand.Build.WithWorkspace(workspace).WithFeatures("nonsense").ExecuteAsync(null, Token);

        var gate = CompileGate.Judge(run, project.Folder);

        gate.Reason.ShouldBe("cargo failed");
        gate.Findings.ShouldHaveSingleItem().Message.ShouldContain("nonsense");
    }

    [Fact]
    public async Task Format_names_the_places_that_rustfmt_would_change_in_members_only()
    {
        using var project = RustProject.Empty()
            .WithPackage("app", "app", "[dependencies]\nother = { path = \"../other\" }\n")
            .With("app/src/lib.rs", "pub fn one() {}\n\npub  fn two() {}\n")
            .With("app/src/good.rs", "")
            .WithPackage("other", "other")
            .With("other/src/lib.rs", "pub  fn one() {}\n");
        var workspace = await CargoWorkspace.LoadAsync(project / "app", Token);

        var gate = FormatGate.Judge(await FormatCheck.RunAsync(workspace, null, Token), project.Folder);

        gate.Reason.ShouldBe("1 file to format");
        var finding = gate.Findings.ShouldHaveSingleItem();
        (finding.File, finding.Line).ShouldBe(("app/src/lib.rs", 1));
    }

    [Fact]
    public async Task Format_fails_with_a_place_when_the_code_cannot_be_read()
    {
        using var project = RustProject.Library("broken", "pub fn one( {}\n");
        var workspace = await CargoWorkspace.LoadAsync(project.Folder, Token);

        var gate = FormatGate.Judge(await FormatCheck.RunAsync(workspace, null, Token), project.Folder);

        gate.Verdict.ShouldBe(GateVerdict.Fail);
        var finding = gate.Findings.ShouldHaveSingleItem();
        (finding.File, finding.Line).ShouldBe(("src/lib.rs", 1));
    }

    [Fact]
    public async Task Format_passes_on_formatted_code()
    {
        using var project = RustProject.Library("tidy", "pub fn one() {}\n");
        var workspace = await CargoWorkspace.LoadAsync(project.Folder, Token);

        FormatGate.Judge(await FormatCheck.RunAsync(workspace, null, Token), project.Folder).Verdict.ShouldBe(GateVerdict.Pass);
    }

    [Fact]
    public void A_suite_with_a_failed_test_fails_and_tells_how_to_run_it_again()
    {
        var failed = new TestCase("a::b", TestOutcome.Failed, "no", Location: new SourceLocation("/repo/src/lib.rs", 3, 5));
        var lost = new TestCase("a::c", TestOutcome.Lost, "did not report");
        var group = new TestGroup("pkg", "lib", TestGroupKind.Library, 101, TimeSpan.FromSeconds(1), [failed, lost]);

        var gate = TestGate.Judge("UnitTest", new TestSuiteResult("unit", true, TimeSpan.FromSeconds(1), [group]), "/repo");

        gate.Reason.ShouldBe("1 test failed, 1 test did not report");
        gate.Findings[0].ShouldBe(new Finding(
            FindingSeverity.Error, "a::b: no", "src/lib.rs", 3, 5, Code: "lib", Help: "cargo test --package pkg --lib a::b"));
    }

    [Fact]
    public void An_expected_suite_without_tests_fails_and_another_is_skipped()
    {
        var empty = new TestSuiteResult("unit", IsExpected: true, TimeSpan.Zero, []);

        TestGate.Judge("UnitTest", empty, "/repo").Reason.ShouldBe("no tests");
        TestGate.Judge("UnitTest", empty with { IsExpected = false }, "/repo").Verdict.ShouldBe(GateVerdict.Skip);
    }

    [Fact]
    public void A_suite_whose_process_failed_fails_though_no_test_did()
    {
        var group = new TestGroup(
            "pkg", "lib", TestGroupKind.Library, 1, TimeSpan.Zero, [new TestCase("a", TestOutcome.Passed)], "The test process failed.");

        var gate = TestGate.Judge("UnitTest", new TestSuiteResult("unit", true, TimeSpan.Zero, [group]), "/repo");

        gate.Verdict.ShouldBe(GateVerdict.Fail);
        gate.Findings.ShouldHaveSingleItem().Message.ShouldBe("The test process failed.");
    }

    [Fact]
    public async Task A_suite_that_does_not_compile_fails_with_file_and_line()
    {
        using var project = RustProject.Library("plain", "").With("tests/broken.rs", "#[test]\nfn one() { missing() }\n");
        var workspace = await CargoWorkspace.LoadAsync(project.Folder, Token);
        var build = await TestBuild.CompileAsync(CargoCommand.Test.WithWorkspace(workspace), null, Token);

        var gate = TestGate.Judge("IntegrationTest", build.Run, project.Folder);

        (gate.Verdict, gate.Reason).ShouldBe((GateVerdict.Fail, "1 error"));
        (gate.Findings[0].File, gate.Findings[0].Line, gate.Findings[0].Code).ShouldBe(("tests/broken.rs", 2, "E0425"));
    }

    [Fact]
    public void Processes_that_a_suite_leaves_behind_are_mentioned()
    {
        var group = new TestGroup(
            "pkg", "it", TestGroupKind.Test, 0, TimeSpan.Zero, [new TestCase("a", TestOutcome.Passed)], LeftProcesses: true);

        var gate = TestGate.Judge("IntegrationTest", new TestSuiteResult("integration", true, TimeSpan.Zero, [group]), "/repo");

        gate.Verdict.ShouldBe(GateVerdict.Pass);
        gate.Findings.ShouldHaveSingleItem().Severity.ShouldBe(FindingSeverity.Warning);
    }

    [Fact]
    public void A_report_fails_when_one_gate_does()
    {
        var good = new GateResult("A", GateStage.Checks, GateVerdict.Pass, null, [], [], TimeSpan.Zero);
        var skipped = GateResult.Skipped("B", GateStage.Test, "not asked for");

        new GateReport([good, skipped]).Verdict.ShouldBe(GateVerdict.Pass);
        new GateReport([skipped]).Verdict.ShouldBe(GateVerdict.Skip);
        new GateReport([good, good with { Name = "C", Verdict = GateVerdict.Fail }]).Verdict.ShouldBe(GateVerdict.Fail);
    }

    [Theory]
    [InlineData("/repo/src/a.rs", "src/a.rs")]
    [InlineData("/elsewhere/a.rs", "/elsewhere/a.rs")]
    [InlineData(null, null)]
    public void Paths_are_relative_to_the_repository_when_they_are_below_it(string? file, string? expected) =>
        Finding.PathBelow("/repo", file).ShouldBe(expected);
}
