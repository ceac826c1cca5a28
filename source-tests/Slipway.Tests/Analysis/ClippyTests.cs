using Slipway.Analysis;
using Slipway.Cargo;

namespace Slipway.Tests.Analysis;

/// <summary>What the real clippy finds in small crates.</summary>
public class ClippyTests
{
    private const string Shell = """
        //! Runs.
        use std::process::Command;

        /// Runs a shell.
        pub fn shell(text: &str) {
            let _ = Command::new("sh").arg("-c").arg(text).status();
            let _ = Command::new("git").arg(text).status();
            let _ = Command::new(text).status();
        }

        /// Names a folder.
        pub fn folder() -> std::path::PathBuf {
            std::env::temp_dir()
        }

        """;

    [Fact]
    public async Task Dangerous_calls_are_found_by_what_they_call()
    {
        using var project = RustProject.Library("runs", Shell);
        var run = await AnalyzeAsync(project);
        run.IsComplete.ShouldBeTrue();
        run.Issues.Select(issue => $"{issue.File}:{issue.Line}:{issue.Column} {issue.Rule.Id}")
            .Where(place => place.Contains("slipway::", StringComparison.Ordinal))
            .ShouldBe(["src/lib.rs:6:13 slipway::shell_command", "src/lib.rs:13:5 slipway::temp_dir"]);
    }

    [Fact]
    public async Task Methods_of_other_crates_are_found_by_their_type()
    {
        using var project = RustProject.Empty()
            .With("Cargo.toml", "[workspace]\nmembers = [\"reqwest\", \"user\"]\nresolver = \"2\"\n")
            .WithPackage("reqwest", "reqwest")
            .With("reqwest/src/lib.rs", "//! R.\n\n/// B.\npub struct ClientBuilder;\n\nimpl ClientBuilder {\n    /// D.\n    #[must_use]\n    pub fn danger_accept_invalid_certs(self, _: bool) -> Self {\n        self\n    }\n}\n")
            .WithPackage("user", "user", "[dependencies]\nreqwest = { path = \"../reqwest\" }\n")
            .With("user/src/lib.rs", "//! U.\nuse reqwest::ClientBuilder;\n\n/// B.\n#[must_use]\npub fn build(builder: ClientBuilder) -> ClientBuilder {\n    builder\n        .danger_accept_invalid_certs(false)\n        .danger_accept_invalid_certs(true)\n}\n");
        var issue = (await AnalyzeAsync(project)).Issues.ShouldHaveSingleItem();
        issue.Rule.Id.ShouldBe("slipway::invalid_certificates");
        (issue.File, issue.Line).ShouldBe(("user/src/lib.rs", 9));
    }

    [Fact]
    public async Task Tests_may_panic_and_code_that_ships_is_noted()
    {
        using var project = RustProject.Library("panics", "//! P.\n\n/// F.\n#[must_use]\npub fn first(x: Option<u8>) -> u8 {\n    x.unwrap()\n}\n\n#[cfg(test)]\nmod tests {\n    #[test]\n    fn works() {\n        assert_eq!(super::first(Some(1)), Some(1).unwrap());\n    }\n}\n");
        var issue = (await AnalyzeAsync(project)).Issues.ShouldHaveSingleItem();
        (issue.Rule.Id, issue.Line, issue.Rule.Level).ShouldBe(("clippy::unwrap_used", 6, AnalysisLevel.Note));
    }

    [Fact]
    public async Task A_lint_that_denies_is_an_issue_and_no_failure_to_compile()
    {
        using var project = RustProject.Library("denies", "//! D.\n#![deny(clippy::mem_forget)]\n\n/// F.\npub fn forget(text: String) {\n    std::mem::forget(text);\n}\n");
        var run = await AnalyzeAsync(project);
        run.ShouldSatisfyAllConditions(
            () => run.IsComplete.ShouldBeTrue(),
            () => run.Issues.ShouldHaveSingleItem().Rule.Id.ShouldBe("clippy::mem_forget"));
    }

    [Fact]
    public async Task The_settings_of_every_crate_stay_in_force()
    {
        const string Code = "//! L.\n\n/// F.\npub fn vec() {\n    let _ = Vec::<u8>::with_capacity(1);\n    let _ = std::process::Command::new(\"bash\").status();\n}\n";
        using var project = RustProject.Empty()
            .With("Cargo.toml", "[workspace]\nmembers = [\"own\", \"plain\"]\nresolver = \"2\"\n")
            .WithPackage("own", "own").With("own/src/lib.rs", Code)
            .With("own/clippy.toml", "too-many-lines-threshold = 9\ndisallowed-methods = [\n    # Ours.\n    { path = \"std::vec::Vec::with_capacity\", reason = \"own\" },\n]\n[[disallowed-types]]\npath = \"std::rc::Rc\"\n")
            .WithPackage("plain", "plain", "[dependencies]\nown = { path = \"../own\" }\n").With("plain/src/lib.rs", Code);
        var heard = new List<string>();
        var run = await AnalyzeAsync(project, heard: heard);
        run.Issues.Where(issue => issue.Rule.Id == "slipway::shell_command").Select(issue => issue.File).ShouldBe(["own/src/lib.rs", "plain/src/lib.rs"]);
        heard.Where(text => text.Contains("Vec::with_capacity", StringComparison.Ordinal)).ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("", 1)]
    [InlineData("msrv = \"1.70\"\n", 1)]
    [InlineData("msrv = \"1.70\"\n\"disallowed-methods\" = [ \"std::env::vars\" ]\n", 0)]
    [InlineData("[[disallowed-methods]]\npath = \"std::env::temp_dir\"\nreason = \"theirs\"\n", 0)]
    public void What_is_added_to_the_settings_leaves_what_is_there(string text, int shift)
    {
        var merged = ClippyConfiguration.Merge(text, null);
        merged.Shift.ShouldBe(shift);
        var root = Slipway.Toml.TomlFile.Parse(merged.Text, "merged.toml").Root;
        var methods = root["disallowed-methods"].ShouldBeOfType<Slipway.Toml.TomlList>().Items;
        methods.Count.ShouldBeGreaterThan(10);
        merged.Text.Split("std::env::temp_dir").Length.ShouldBe(2);
        if (text.Contains("msrv", StringComparison.Ordinal))
            root["msrv"].ShouldNotBeNull();
        if (text.Contains("vars", StringComparison.Ordinal))
            merged.Text.ShouldContain("std::env::vars");
    }

    [Theory]
    [InlineData("msrv = [\n", "it is not TOML", null)]
    [InlineData("\n\nno-such-setting = 1\n", "unknown field `no-such-setting`", 3)]
    [InlineData("too-many-lines-threshold = \"x\"\n", "invalid type: string", 1)]
    public async Task Broken_settings_are_one_clear_error_with_the_line_of_the_crates_file(string settings, string message, int? line)
    {
        using var project = RustProject.Library("broken", "//! B.\n").With("clippy.toml", settings);
        var error = await Should.ThrowAsync<SlipwayException>(() => AnalyzeAsync(project));
        error.Kind.ShouldBe(ErrorKind.Configuration);
        error.Message.ShouldContain(message);
        error.Message.ShouldNotContain("\n");
        error.Location!.File.ShouldBe(project / "clippy.toml");
        if (line is not null)
            error.Location.Line.ShouldBe(line);
    }

    [Fact]
    public async Task Code_that_does_not_compile_is_told_from_what_is_found_in_it()
    {
        using var project = RustProject.Library("broken", "//! B.\nfn f() -> u8 { \"\" }\n");
        var run = await AnalyzeAsync(project);
        run.IsComplete.ShouldBeFalse();
        run.Errors.ShouldHaveSingleItem().Code.ShouldBe("E0308");
    }

    [Fact]
    public async Task A_second_run_compiles_nothing_and_finds_the_same()
    {
        using var project = RustProject.Library("runs", Shell);
        var first = await AnalyzeAsync(project);
        var heard = new List<string>();
        var second = await AnalyzeAsync(project, heard: heard);
        second.Issues.ShouldBe(first.Issues);
        heard.ShouldNotContain(line => line.Contains("Checking", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_build_class_can_ask_for_more_and_for_less()
    {
        using var project = RustProject.Library("runs", Shell.Replace("std::env::temp_dir()", "dbg!(std::env::temp_dir())", StringComparison.Ordinal));
        var policy = AnalysisPolicy.Default.With("clippy::dbg_macro", AnalysisLevel.Error).With("slipway::temp_dir", AnalysisLevel.Off);
        var rules = (await AnalyzeAsync(project, policy)).Issues.Select(issue => (issue.Rule.Id, issue.Rule.Level)).ToList();
        rules.ShouldContain(("clippy::dbg_macro", AnalysisLevel.Error));
        rules.ShouldNotContain(rule => rule.Id == "slipway::temp_dir");
        Should.Throw<SlipwayException>(() => policy.With("slipway::nothing", AnalysisLevel.Error)).Message.ShouldContain("slipway::nothing");
        Should.Throw<SlipwayException>(() => policy.With("--cap-lints", AnalysisLevel.Error));
    }

    private static async Task<AnalysisRun> AnalyzeAsync(RustProject project, AnalysisPolicy? policy = null, List<string>? heard = null)
    {
        var workspace = await CargoWorkspace.LoadAsync(project.Folder, TestContext.Current.CancellationToken);
        var analysis = new ClippyAnalysis(project / "settings", policy ?? AnalysisPolicy.Default, happened => heard?.Add(happened switch
        {
            CargoEvent.Diagnostic { Value: var diagnostic } => diagnostic.Message,
            CargoEvent.Output { Text: var text } => text,
            _ => "",
        }));
        return await analysis.RunAsync(CargoCommand.Clippy.WithWorkspace(workspace), TestContext.Current.CancellationToken);
    }
}
