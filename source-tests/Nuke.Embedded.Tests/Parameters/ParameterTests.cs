namespace Nuke.Embedded.Tests.Parameters;

public class ParameterTests
{
    [Fact]
    public async Task Initializers_are_defaults()
    {
        using var build = new BuildProgram("ParametersBuild");
        (await build.RunAsync()).ShouldSucceed().Messages.ShouldBe(
            ["SomeValue=initial Number=3 Flag=null", "Names= Folder=null", "Level=Low Flavour=Plain Url=null"]);
    }

    [Fact]
    public async Task All_spellings_of_an_option_are_understood()
    {
        using var build = new BuildProgram("ParametersBuild");
        var run = (await build.RunAsync(
            "-SomeValue", "a", "--number=-5", "--Flag", "--names", "x", "y", "--folder", "sub", "--level", "high", "--flavour", "sweet", "--API-URL", "http://x")).ShouldSucceed();
        run.Messages.ShouldBe(
        [
            "SomeValue=a Number=-5 Flag=True", $"Names=x|y Folder={Path.Combine(build.Root, "sub")}", "Level=High Flavour=Sweet Url=http://x",
        ]);
    }

    [Fact]
    public async Task The_command_line_wins_over_the_environment_and_that_over_files()
    {
        using var build = new BuildProgram("ParametersBuild")
            .WithFile(".nuke/parameters.json", """{ "SomeValue": "file", "Number": 4, "Names": ["a", "b"], "Folder": "in/root" }""")
            .WithFile(".nuke/parameters.ci.json", """{ "Number": 6 }""")
            .WithVariable("NUKE_SOME_VALUE", "environment");
        (await build.RunAsync()).Messages.ShouldBe(
        [
            "SomeValue=environment Number=4 Flag=null", $"Names=a|b Folder={Path.Combine(build.Root, "in", "root")}", "Level=Low Flavour=Plain Url=null",
        ]);
        (await build.RunAsync("--some-value", "command", "--profile", "ci")).Messages[0].ShouldBe("SomeValue=command Number=6 Flag=null");
    }

    [Fact]
    public async Task One_value_is_split_by_the_separator()
    {
        using var build = new BuildProgram("ParametersBuild").WithVariable("NAMES", "a,b");
        (await build.RunAsync()).Messages[1].ShouldStartWith("Names=a|b");
    }

    [Theory]
    [InlineData("--wrokspace", "error: Unknown option --wrokspace. All options: --help.\n")]
    [InlineData("--sme-value", "error: Unknown option --sme-value. Did you mean --some-value? All options: --help.\n")]
    [InlineData("--number", "error: --number needs a value.\n")]
    public async Task A_misspelt_option_is_an_error_with_a_suggestion(string argument, string error)
    {
        using var build = new BuildProgram("ParametersBuild");
        (await build.RunAsync(argument)).ShouldFailWith(2).Error.ShouldBe(error);
    }

    [Fact]
    public async Task Everything_that_is_wrong_is_said_at_once()
    {
        using var build = new BuildProgram("ParametersBuild")
            .WithFile(".nuke/parameters.json", "{\n  \"Numbr\": 4,\n  \"Flag\": \"perhaps\"\n}")
            .WithVariable("LEVEL", "hihg");
        (await build.RunAsync("--number", "abc", "--nope")).ShouldFailWith(2).Error.ShouldBe("""
            error: Unknown option --nope. All options: --help.
            error: --number: 'abc' is not a whole number in range.
            error: .nuke/parameters.json:3: Flag: 'perhaps' is neither true nor false.
            error: environment variable LEVEL: 'hihg' is none of High, Low. Did you mean High?
            error: .nuke/parameters.json:2: unknown parameter 'Numbr'. Did you mean Number?

            """);
    }

    [Fact]
    public async Task A_broken_parameter_file_is_an_error_with_its_line()
    {
        using var build = new BuildProgram("ParametersBuild").WithFile(".nuke/parameters.json", "{\n  \"Number\": 4\n  \"Flag\": true\n}");
        (await build.RunAsync()).ShouldFailWith(2).Error.ShouldStartWith("error: .nuke/parameters.json:3: not valid JSON:");
    }

    [Fact]
    public async Task A_profile_that_does_not_exist_is_an_error()
    {
        using var build = new BuildProgram("ParametersBuild").WithFile(".nuke/parameters.release.json", "{}");
        (await build.RunAsync("--profile", "relaese")).ShouldFailWith(2).Error.ShouldContain("Did you mean release?");
    }

    [Fact]
    public async Task Requirements_are_checked_before_the_first_target_all_at_once()
    {
        using var build = new BuildProgram("ParametersBuild");
        var run = (await build.RunAsync("print", "deploy")).ShouldFailWith(2);
        run.Error.ShouldBe("""
            error: Target 'Deploy' requires a value for --needed (or the environment variable NEEDED, or "Needed" in .nuke/parameters.json).
            error: Target 'Deploy' requires Number > 5 && Level == High, which does not hold.

            """);
        run.Messages.ShouldBeEmpty();
        (await build.RunAsync("deploy", "--needed", "x", "--number", "6", "--level", "High")).ShouldSucceed();
    }

    [Fact]
    public async Task The_schema_is_written_when_it_changes_and_never_on_a_server()
    {
        using var build = new BuildProgram("ParametersBuild").WithVariable("GITHUB_ACTIONS", "true");
        (await build.RunAsync()).ShouldSucceed();
        build.Has(".nuke/build.schema.json").ShouldBeFalse();
        build.WithVariable("GITHUB_ACTIONS", null);
        (await build.RunAsync()).ShouldSucceed();
        build.Read(".nuke/build.schema.json").ShouldContain("\"Flavour\": {\n          \"type\": \"string\",\n          \"enum\": [\n            \"Plain\",\n            \"Sweet\"");
        var written = File.GetLastWriteTimeUtc(Path.Combine(build.Root, ".nuke/build.schema.json"));
        (await build.RunAsync("--shell-completion")).ShouldSucceed();
        File.GetLastWriteTimeUtc(Path.Combine(build.Root, ".nuke/build.schema.json")).ShouldBe(written);
    }

    [Theory]
    [InlineData("build.sh ", "Deploy\nPrint\n")]
    [InlineData("build.sh de", "Deploy\n")]
    [InlineData("build.sh --le", "--level\n")]
    [InlineData("build.sh --level ", "High\nLow\n")]
    [InlineData("build.sh --level high --l", "")]
    public async Task Shells_are_told_what_a_word_can_become(string line, string candidates)
    {
        using var build = new BuildProgram("ParametersBuild");
        (await build.RunAsync(":complete", line)).ShouldSucceed().Output.ShouldBe(candidates);
    }
}
