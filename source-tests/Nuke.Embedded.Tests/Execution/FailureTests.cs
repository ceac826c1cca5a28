namespace Nuke.Embedded.Tests.Execution;

public class FailureTests
{
    [Theory]
    [InlineData("constructor")]
    [InlineData("created")]
    [InlineData("initialized")]
    [InlineData("definition")]
    public async Task What_fails_before_the_run_is_one_line(string place)
    {
        using var build = new BuildProgram("FailuresBuild").WithVariable("FAIL", place);
        var run = (await build.RunAsync()).ShouldFailWith(1);
        run.Error.ShouldBe($"error: {place} broke (InvalidOperationException; the stack is shown with --verbosity verbose)\n");
        run.Messages.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("constructor")]
    [InlineData("initialized")]
    public async Task The_stack_is_there_for_who_asks_for_it(string place)
    {
        using var build = new BuildProgram("FailuresBuild").WithVariable("FAIL", place);
        (await build.RunAsync("--verbosity", "verbose")).Output.ShouldContain("   at BuildPrograms.FailuresBuild");
    }

    [Theory]
    [InlineData("running", "First")]
    [InlineData("succeeded", "First")]
    [InlineData("skipped", "Off")]
    public async Task A_hook_of_a_target_that_fails_fails_the_target(string place, string target)
    {
        using var build = new BuildProgram("FailuresBuild").WithVariable("FAIL", place);
        var run = (await build.RunAsync()).ShouldFailWith(1);
        run.SummaryOf(target).ShouldContain($"{place} broke");
        run.SummaryOf("Last").ShouldContain("Not run");
    }

    [Fact]
    public async Task A_hook_at_the_end_that_fails_fails_the_build_with_its_summary()
    {
        using var build = new BuildProgram("FailuresBuild").WithVariable("FAIL", "finished");
        var run = (await build.RunAsync()).ShouldFailWith(1);
        run.SummaryOf("Last").ShouldContain("Succeeded");
        run.Output.ShouldContain("The hook at the end of the build failed: finished broke");
        run.Output.ShouldContain("\nFailed.");
    }

    [Fact]
    public async Task A_thread_that_fails_fails_the_build_but_does_not_end_it()
    {
        using var build = new BuildProgram("FailuresBuild");
        var run = (await build.RunAsync("thread")).ShouldFailWith(1);
        run.Messages.ShouldBe(["after the thread"]);
        run.Output.ShouldContain("A thread in the background failed: the thread broke");
    }

    [Theory]
    [InlineData("static-constructor", "failed: The input string 'no number' was not in a correct format.")]
    [InlineData("no-message", "failed: NoMessageException")]
    [InlineData("several", "failed: one broke\ntwo broke")]
    public async Task The_reason_is_said_not_its_wrapping(string target, string reason)
    {
        using var build = new BuildProgram("FailuresBuild");
        (await build.RunAsync(target)).ShouldFailWith(1).Output.ShouldContain(reason);
    }

    [Fact]
    public async Task A_repository_that_cannot_be_written_is_built_all_the_same()
    {
        if (OperatingSystem.IsWindows())
            return;
        using var build = new BuildProgram("FailuresBuild");
        var folder = Path.Combine(build.Root, ".nuke");
        // Not a permission: the tests may run as root, who has them all.
        File.WriteAllText(Path.Combine(folder, "temp"), "in the way");
        (await build.RunAsync()).ShouldSucceed().Messages.ShouldBe(["first", "last"]);
    }

    [Fact]
    public async Task Output_that_cannot_be_written_is_an_error_at_the_end()
    {
        if (!File.Exists("/dev/full"))
            return;
        using var build = new BuildProgram("FailuresBuild");
        var error = new System.Text.StringBuilder();
        var command = build.Command();
        var start = command.WithTargetFile("/bin/sh")
            .WithArguments($"-c \"exec {command.TargetFilePath} {command.Arguments} > /dev/full\"")
            .WithStandardErrorPipe(CliWrap.PipeTarget.ToStringBuilder(error));
        (await start.ExecuteAsync(TestContext.Current.CancellationToken)).ExitCode.ShouldBe(1);
        error.ToString().ShouldStartWith("error: The output could not be written: ");
    }
}
