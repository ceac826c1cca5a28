using Slipway.Cargo;
using Slipway.Cargo.Testing;

namespace Slipway.Tests.Cargo.Testing;

public class DocTestTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("2021")]
    [InlineData("2024")]
    public async Task Examples_in_documentation_are_tests(string edition)
    {
        using var project = RustProject.Empty()
            .With("Cargo.toml", $"[package]\nname = \"doc-ted\"\nversion = \"0.1.0\"\nedition = \"{edition}\"\n")
            .With(
                "src/lib.rs",
                """
                /// ```
                /// assert_eq!(doc_ted::one(), 1);
                /// ```
                /// ```
                /// println!("test src/lib.rs - one (line 7) ... ok");
                /// assert_eq!(doc_ted::one(), 2);
                /// ```
                /// ```ignore
                /// nothing
                /// ```
                /// ```compile_fail
                /// let x: u8 = "text";
                /// ```
                pub fn one() -> u8 { 1 }
                """);
        var workspace = await CargoWorkspace.LoadAsync(project.Folder, Token);

        var result = await DocTests.RunAsync(CargoCommand.Test.WithWorkspace(workspace), null, null, Token);

        var group = result.Groups.ShouldHaveSingleItem();
        group.Cases.Select(test => (test.Name, test.Outcome)).ShouldBe(
            [
                ("src/lib.rs - one (line 1)", TestOutcome.Passed),
                ("src/lib.rs - one (line 11)", TestOutcome.Passed),
                ("src/lib.rs - one (line 4)", TestOutcome.Failed),
                ("src/lib.rs - one (line 8)", TestOutcome.Ignored),
            ]);
        var failed = group.Cases[2];
        failed.Output!.ShouldContain("right: 2");
        failed.Location.ShouldBe(new SourceLocation(project / "src/lib.rs", 4));
        group.Problem.ShouldBeNull();
    }

    [Fact]
    public async Task Examples_that_rustdoc_merges_into_one_program_are_not_overlooked()
    {
        using var project = RustProject.Empty()
            .With("Cargo.toml", "[package]\nname = \"merged\"\nversion = \"0.1.0\"\nedition = \"2024\"\n")
            .With("src/lib.rs", "/// ```\n/// assert_eq!(merged::one(), 1);\n/// ```\npub fn one() -> u8 { 1 }\n");
        var workspace = await CargoWorkspace.LoadAsync(project.Folder, Token);

        var result = await DocTests.RunAsync(CargoCommand.Test.WithWorkspace(workspace), null, null, Token);

        result.Count(TestOutcome.Passed).ShouldBe(1);
    }

    [Fact]
    public async Task An_example_that_fails_is_run_again_and_one_that_does_not_compile_is_not()
    {
        using var project = RustProject.Empty()
            .With("Cargo.toml", "[package]\nname = \"moody\"\nversion = \"0.1.0\"\nedition = \"2021\"\n")
            .With(
                "src/lib.rs",
                """
                /// ```
                /// assert!(moody::runs("first") >= 2);
                /// ```
                pub fn first() {}
                /// ```
                /// moody::runs("second");
                /// ```
                pub fn second() {}
                /// ```
                /// moody::runs("third")
                /// ```
                pub fn third() {}
                /// ```
                /// moody::runs("fourth");
                /// panic!("never");
                /// ```
                pub fn fourth() {}
                pub fn runs(name: &str) -> usize {
                    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("runs").join(name);
                    std::fs::create_dir_all(&folder).unwrap();
                    let count = std::fs::read_dir(&folder).unwrap().count() + 1;
                    std::fs::write(folder.join(count.to_string()), "").unwrap();
                    count
                }
                """);
        var workspace = await CargoWorkspace.LoadAsync(project.Folder, Token);

        var group = (await DocTests.RunAsync(CargoCommand.Test.WithWorkspace(workspace), null, null, Token)).Groups.ShouldHaveSingleItem();

        group.Cases.Select(test => (test.Name, test.Outcome, test.Attempts?.Count)).ShouldBe(
        [
            ("src/lib.rs - first (line 1)", TestOutcome.Flaky, 2),
            ("src/lib.rs - fourth (line 13)", TestOutcome.Failed, 3),
            ("src/lib.rs - second (line 5)", TestOutcome.Passed, null),
            ("src/lib.rs - third (line 9)", TestOutcome.Failed, null),
        ]);
        new[] { "first", "second", "fourth" }.Select(name => Directory.GetFiles(project / $"runs/{name}").Length).ShouldBe([2, 1, 3]);
    }

    [Theory]
    [InlineData("src/lib.rs - one (line 1)", "one")]
    [InlineData("src/lib.rs - (line 40)", "40)")]
    [InlineData("src/a.rs - two::Map<K, V>::get (line 12)", "src/a.rs")]
    public void An_example_is_asked_for_by_the_word_that_fewest_others_have(string name, string word) =>
        DocTestRetries.FilterFor(name, ["src/lib.rs - one (line 1)", "src/lib.rs - (line 40)", "src/lib.rs - two (line 7)", "src/a.rs - two::Map<K, V>::get (line 12)"]).ShouldBe(word);

    [Fact]
    public async Task A_library_without_examples_and_a_program_give_no_group()
    {
        using var project = RustProject.Library("quiet", "pub fn one() {}", "[workspace]\nmembers = [\"app\"]")
            .WithPackage("app", "app")
            .With("app/src/main.rs", "fn main() {}");
        var workspace = await CargoWorkspace.LoadAsync(project.Folder, Token);

        var result = await DocTests.RunAsync(CargoCommand.Test.WithWorkspace(workspace), null, null, Token);

        result.Groups.ShouldBeEmpty();
        result.Succeeded.ShouldBeTrue();
    }
}
