namespace Nuke.Embedded.Tests.Execution;

public class OutputTests
{
    [Fact]
    public async Task A_last_line_without_an_end_is_shown()
    {
        using var build = new BuildProgram("OutputBuild");
        (await build.RunAsync("unfinished")).ShouldSucceed().Output.ShouldContain("unfinished by the target and its task\n");
    }

    [Fact]
    public async Task Lines_of_tasks_stay_whole()
    {
        using var build = new BuildProgram("OutputBuild");
        var lines = (await build.RunAsync("tasks")).ShouldSucceed().Output.Split('\n').Where(x => x.StartsWith("task ", StringComparison.Ordinal)).ToList();
        lines.ShouldBe(from task in Enumerable.Range(0, 8) from line in Enumerable.Range(0, 100) select $"task {task} line {line}", ignoreOrder: true);
    }

    [Fact]
    public async Task What_is_written_after_a_target_has_ended_does_not_get_into_another_one()
    {
        using var build = new BuildProgram("OutputBuild");
        var output = (await build.RunAsync("block")).ShouldSucceed().Output;
        output.ShouldContain("block begins\nblock ends\n");
        output.ShouldContain("\nlate\n");
        output.ShouldContain("late, too\n");
    }

    [Fact]
    public async Task Floods_of_lines_are_kept_together()
    {
        using var build = new BuildProgram("OutputBuild");
        var words = (await build.RunAsync("floods", "--parallel", "2")).ShouldSucceed().Output.Split('\n')
            .Where(x => x.EndsWith("xxx", StringComparison.Ordinal)).Select(x => x[..4]).ToList();
        words.Count.ShouldBe(20_000);
        words.Zip(words.Skip(1)).Count(x => x.First != x.Second).ShouldBe(1);
    }

    [Fact]
    public async Task A_secret_of_several_lines_is_hidden_line_by_line()
    {
        using var build = new BuildProgram("OutputBuild").WithVariable("KEY", "--BEGIN--\nfirst/line\nsecond/line\n--END--");
        var run = (await build.RunAsync("leaks", "--verbosity", "verbose")).ShouldSucceed();
        foreach (var text in new[] { run.Output, build.Read(".nuke/temp/build.log") })
        {
            text.ShouldNotContain("first/line");
            text.ShouldNotContain("second/line");
        }
    }

    [Theory]
    [InlineData("NO_COLOR", "1", "GITHUB_ACTIONS", "true", false)]
    [InlineData("NO_COLOR", "1", "CLICOLOR_FORCE", "1", false)]
    [InlineData("CLICOLOR_FORCE", "1", "TERM", "dumb", true)]
    [InlineData("GITHUB_ACTIONS", "true", "TERM", "dumb", true)]
    [InlineData("TERM", "xterm-256color", "CLICOLOR_FORCE", null, false)]
    public async Task Colours_are_the_reader_s_choice(string name, string value, string otherName, string? otherValue, bool hasColours)
    {
        using var build = new BuildProgram("OutputBuild").WithVariable(name, value).WithVariable(otherName, otherValue);
        (await build.RunAsync()).ShouldSucceed().Output.Contains('\x1b', StringComparison.Ordinal).ShouldBe(hasColours);
    }
}
