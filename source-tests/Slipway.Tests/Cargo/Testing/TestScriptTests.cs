using Slipway.Cargo;
using Slipway.Cargo.Testing;
using static Slipway.Cargo.Testing.TestOutcome;

namespace Slipway.Tests.Cargo.Testing;

public class TestScriptTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_script_may_speak_tap()
    {
        var group = await RunAsync(
            """
            echo "TAP version 13"
            echo "1..5"
            echo "ok 1 - says hello"
            echo "not ok 2 - says good bye"
            echo "# expected: good bye"
            echo "ok 3 - windows only # SKIP not here"
            echo "not ok 4 - some day # TODO not yet"
            exit 1
            """);

        group.Cases.Select(test => (test.Name, test.Outcome)).ShouldBe(
        [
            ("says hello", Passed),
            ("says good bye", Failed),
            ("windows only", Ignored),
            ("some day", Ignored),
            ("test 5", Lost),
        ]);
        group.Cases[1].Message.ShouldBe("expected: good bye");
        group.Cases[2].Message.ShouldBe("not here");
    }

    [Fact]
    public async Task A_script_whose_tests_are_good_but_whose_exit_code_is_not_fails()
    {
        var group = await RunAsync("echo 1..1; echo ok 1 - fine; exit 7");

        group.Problem.ShouldBe("The script ended with exit code 7.");
        group.Succeeded.ShouldBeFalse();
    }

    [Theory]
    [InlineData(0, Passed)]
    [InlineData(4, Failed)]
    public async Task Any_other_script_is_one_test_that_its_exit_code_decides(int exitCode, TestOutcome outcome)
    {
        var group = await RunAsync($"echo some words; exit {exitCode}");

        var test = group.Cases.ShouldHaveSingleItem();
        (test.Name, test.Outcome).ShouldBe(("run_all.sh", outcome));
    }

    [Fact]
    public async Task A_script_is_told_where_the_programs_are()
    {
        using var project = RustProject.Package("app")
            .With("src/bin/do-it.rs", "fn main() { println!(\"1..1\\nok 1 - it works\") }")
            .With("run_all.sh", "\"$CARGO_BIN_EXE_do_it\"");
        var workspace = await CargoWorkspace.LoadAsync(project.Folder, Token);
        var build = await CargoCommand.Build.WithWorkspace(workspace).ExecuteAsync(null, Token);

        var result = await new TestScript(project / "run_all.sh").WithPrograms(build).RunAsync(null, null, Token);

        result.Groups[0].Cases.ShouldHaveSingleItem().ShouldBe(new TestCase("it works", Passed));
    }

    [Fact]
    public async Task A_script_that_is_not_there_is_a_mistake_of_the_configuration()
    {
        var error = await Should.ThrowAsync<SlipwayException>(() => new TestScript("no-such.sh").RunAsync(null, null, Token));

        error.Kind.ShouldBe(ErrorKind.Configuration);
    }

    private static async Task<TestGroup> RunAsync(string script)
    {
        using var project = RustProject.Empty().With("run_all.sh", script);
        var result = await new TestScript(project / "run_all.sh").RunAsync(null, null, Token);
        return result.Groups.ShouldHaveSingleItem();
    }
}
