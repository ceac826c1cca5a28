using System.Diagnostics;
using Nuke.Common.Tooling;

namespace Nuke.Embedded.Tests.Tooling;

public class ProcessTests
{
    [Fact]
    public void Lines_keep_their_stream_and_its_order()
    {
        var output = DummyProgram.Tool("interleave");
        output.Where(x => x.Type == OutputType.Std).Select(x => x.Text).ShouldBe(["out 0", "out 1", "out 2"]);
        output.Where(x => x.Type == OutputType.Err).Select(x => x.Text).ShouldBe(["err 0", "err 1", "err 2"]);
        output.StdToText().ShouldBe("out 0\nout 1\nout 2");
    }

    [Fact]
    public void A_logger_gets_every_line()
    {
        var lines = new List<string>();
        DummyProgram.Tool("interleave", logger: (type, text) => lines.Add($"{type} {text}"));
        lines.Order(StringComparer.Ordinal).ShouldBe(["Err err 0", "Err err 1", "Err err 2", "Std out 0", "Std out 1", "Std out 2"]);
    }

    [Fact]
    public void What_a_logger_throws_reaches_the_one_who_waits()
        => Should.Throw<FormatException>(() => DummyProgram.Tool("interleave", logger: (_, _) => throw new FormatException()));

    [Fact]
    public void Writing_to_the_error_stream_is_no_failure() => DummyProgram.Tool("interleave").Count.ShouldBe(6);

    [Fact]
    public void A_failure_says_what_ran_where_and_what_it_wrote()
    {
        var exception = Should.Throw<ProcessException>(() => DummyProgram.Tool("fail \"no luck\"", workingDirectory: AppContext.BaseDirectory));
        exception.ExitCode.ShouldBe(1);
        exception.Message.ShouldBe(
            $"""
            Process 'Dummy' exited with code 1.
               > {Path.GetFullPath(DummyProgram.Path)} fail "no luck"
               @ {AppContext.BaseDirectory}
               no luck
            """);
    }

    [Fact]
    public void A_failure_without_errors_shows_the_last_lines_of_the_output()
    {
        var lines = Should.Throw<ProcessException>(() => DummyProgram.Tool("count 100 7")).Message.Split('\n');
        lines[3..].ShouldBe(Enumerable.Range(81, 20).Select(x => $"   {x}"));
    }

    [Fact]
    public void A_redacted_value_is_in_no_message_and_no_output()
    {
        var message = Should.Throw<ProcessException>(() => DummyProgram.Tool($"fail {"top-secret":r}")).Message;
        message.ShouldNotContain("top-secret");
        message.ShouldContain("***");
    }

    [Fact]
    public void An_exit_handler_decides_what_an_exit_code_means()
        => DummyProgram.Tool("exit 3", exitHandler: x => x.ExitCode.ShouldBe(3)).ShouldBeEmpty();

    [Fact]
    public void Given_variables_are_the_whole_environment()
    {
        var output = DummyProgram.Tool("environment", environmentVariables: new Dictionary<string, string> { ["ONE"] = "1", ["TWO"] = "a b" });
        output.Select(x => x.Text).Where(x => !x.StartsWith("NUKE_PROCESS_", StringComparison.Ordinal)).ShouldBe(["ONE=1", "TWO=a b"]);
    }

    [Fact]
    public void Without_given_variables_the_environment_is_inherited()
        => DummyProgram.Tool("environment").ShouldContain(x => x.Text.StartsWith("PATH=", StringComparison.Ordinal));

    [Fact]
    public void The_working_directory_is_where_it_runs()
    {
        var folder = Path.TrimEndingDirectorySeparator(Path.GetFullPath(Path.GetTempPath()));
        DummyProgram.Tool("folder", workingDirectory: folder).StdToText().ShouldEndWith(folder);
    }

    [Fact]
    public void A_missing_working_directory_is_named()
        => Should.Throw<ArgumentException>(() => DummyProgram.Tool("folder", workingDirectory: "/does/not/exist"))
            .Message.ShouldBe("The working directory '/does/not/exist' does not exist");

    [Fact]
    public void A_missing_program_is_named()
        => Should.Throw<ArgumentException>(() => ProcessTasks.StartProcess("no-such-program-anywhere"))
            .Message.ShouldBe("'no-such-program-anywhere' is not on the PATH. Install it, or set NO_SUCH_PROGRAM_ANYWHERE_EXE to its full path.");

    [Fact]
    public void A_started_process_can_be_followed_and_killed()
    {
        using var process = DummyProgram.Start("sleep");
        process.HasExited.ShouldBeFalse();
        process.Id.ShouldBeGreaterThan(0);
        Should.Throw<InvalidOperationException>(() => process.ExitCode);
        process.Kill();
        process.WaitForExit().ShouldBeTrue();
        process.HasExited.ShouldBeTrue();
        process.ExitCode.ShouldNotBe(0);
    }

    [Fact]
    public void A_process_that_runs_out_of_time_is_ended()
    {
        var started = Stopwatch.GetTimestamp();
        using var process = DummyProgram.Start("sleep", timeout: 200);
        Should.Throw<ProcessException>(() => process.AssertZeroExitCode()).Message.ShouldStartWith("Process 'Dummy' was ended after 0.2 s.");
        Stopwatch.GetElapsedTime(started).ShouldBeLessThan(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public void A_shell_understands_its_syntax()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() || OperatingSystem.IsMacOS(), "The text is written for bash.");
        using var process = ProcessTasks.StartShell("echo \"a  b\" | tr a c && echo $((1 + 1))");
        process.AssertZeroExitCode().Output.Select(x => x.Text).ShouldBe(["c  b", "2"]);
    }

    [Fact]
    public void A_library_runs_on_the_dotnet_host()
        => ToolResolver.GetTool(Path.ChangeExtension(DummyProgram.Path, OperatingSystem.IsWindows() ? ".dll" : "dll"))("arguments a")
            .StdToText().ShouldBe("[a]");

    [Fact]
    public void Output_is_read_as_json()
    {
        Output[] output = [new() { Text = "{ \"name\":" }, new() { Text = "noise", Type = OutputType.Err }, new() { Text = "\"caro\" }" }];
        output.StdToJson()["name"]!.ToString().ShouldBe("caro");
        output.StdToJson<Dictionary<string, string>>()["name"].ShouldBe("caro");
        Should.Throw<Exception>(() => output.EnsureOnlyStd()).Message.ShouldContain("noise");
    }
}
