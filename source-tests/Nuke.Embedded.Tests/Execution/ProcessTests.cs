using System.Diagnostics;
using System.Globalization;
using CliWrap;

namespace Nuke.Embedded.Tests.Execution;

public class ProcessTests
{
    [Fact]
    public async Task A_tool_from_the_path_is_a_delegate()
    {
        using var build = new BuildProgram("ProcessesBuild");
        (await build.RunAsync("version")).ShouldSucceed().Output.ShouldContain("git version");
    }

    [Fact]
    public async Task A_failed_process_says_what_ran_how_it_ended_and_what_it_wrote()
    {
        using var build = new BuildProgram("ProcessesBuild");
        var output = (await build.RunAsync("fails")).ShouldFailWith(1).Output;
        output.ShouldContain("exited with code 3");
        output.ShouldContain("to stderr");
    }

    [Fact]
    public async Task Writing_to_stderr_is_no_error()
    {
        using var build = new BuildProgram("ProcessesBuild");
        (await build.RunAsync("writes-to-stderr")).ShouldSucceed().Output.ShouldNotContain(" ERR ");
    }

    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public async Task A_signal_ends_the_process_tree_runs_assured_targets_and_shows_the_summary(string signal)
    {
        using var build = new BuildProgram("ProcessesBuild");
        var output = new LiveOutput();
        var running = build.Command("hang", "clean-up")
            .WithStandardOutputPipe(output.Pipe)
            .ExecuteAsync(TestContext.Current.CancellationToken);
        var child = await ChildAsync(output);
        await Cli.Wrap("/bin/kill")
            .WithArguments(["-" + signal, running.ProcessId.ToString(CultureInfo.InvariantCulture)])
            .ExecuteAsync(TestContext.Current.CancellationToken);
        (await running).ExitCode.ShouldBe(130, output.ToString());
        output.ToString().ShouldContain("cleaned up");
        output.ToString().ShouldContain("Aborted");
        output.ToString().ShouldContain("Interrupted.");
        ProcessState.IsAlive(child).ShouldBeFalse("the child of the child still runs");
    }

    private static async Task<int> ChildAsync(LiveOutput output)
    {
        var waited = Stopwatch.StartNew();
        while (true)
        {
            var words = output.ToString().Split(' ', '\n');
            // The command itself is shown first.
            var index = Array.LastIndexOf(words, "child");
            if (index >= 0 && index + 1 < words.Length && int.TryParse(words[index + 1], CultureInfo.InvariantCulture, out var id))
                return id;
            waited.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(30), output.ToString());
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
    }
}
