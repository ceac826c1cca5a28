using System.Globalization;
using System.Text;
using CliWrap;

namespace Bootstrap.Tests;

public sealed class InterruptionTests(Compiled compiled)
{
    [Fact]
    public async Task Starts_at_the_same_time_compile_once_and_all_run_the_result()
    {
        using var repository = await compiled.CopyAsync();
        repository.Write("build/Answer.cs", Fixture.Answer("shared"));

        var starts = await Task.WhenAll(repository.StartAsync(), repository.StartAsync(), repository.StartAsync());

        starts.Sum(start => start.Compiles).ShouldBe(1);
        foreach (var start in starts)
            start.ShouldPrint("answer shared").ExitCode.ShouldBe(0);
    }

    [Theory]
    [InlineData("flock")]
    [InlineData("perl")]
    public async Task A_second_start_waits_for_the_compiler_of_the_first(string locker)
    {
        using var repository = await compiled.CopyAsync();
        var tools = Tools.In(repository.Beside("tools")).WithAllBut(locker == "flock" ? "perl" : "flock");
        repository.Write("build/Answer.cs", Fixture.Answer("held")).Write("hold", "");
        var command = repository.Command("./build.sh").With(("PATH", tools.Folder));

        var first = Repository.StartAsync(command);
        await Repository.UntilAsync(() => File.Exists(repository["held"]));
        var second = Repository.StartAsync(command.WithStandardErrorPipe(PipeTarget.ToDelegate(line =>
        {
            if (line.Contains("another start is compiling the build", StringComparison.Ordinal))
                File.Delete(repository["hold"]);
        })));

        (await first).ShouldHaveCompiled(1).ShouldPrint("answer held");
        (await second).ShouldHaveCompiled(0).ShouldPrint("answer held");
    }

    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public async Task An_interrupted_compile_ends_with_its_compiler_and_the_next_start_is_healthy(string signal)
    {
        using var repository = await compiled.CopyAsync();
        repository.Write("build/Answer.cs", Fixture.Answer("later")).Write("hold", "");

        var (start, id) = Begin(repository);
        await Repository.UntilAsync(() => File.Exists(repository["held"]));
        await SendAsync(signal, id);
        var interrupted = await start;

        interrupted.ExitCode.ShouldBe(130, interrupted.Errors);
        interrupted.Output.ShouldBeEmpty();
        Directory.GetDirectories(Path.Combine(repository.State, "program"), "*.new").ShouldBeEmpty();
        File.Delete(repository["hold"]);
        (await repository.StartAsync()).ShouldHaveCompiled(1).ShouldPrint("answer later");
    }

    [Fact]
    public async Task A_killed_start_leaves_no_lock_and_no_half_program()
    {
        using var repository = await compiled.CopyAsync();
        repository.Write("build/Answer.cs", Fixture.Answer("later")).Write("hold", "");

        var (start, id) = Begin(repository);
        await Repository.UntilAsync(() => File.Exists(repository["held"]));
        await SendAsync("KILL", id);
        await start;
        File.Delete(repository["hold"]);

        (await repository.StartAsync()).ShouldHaveCompiled(1).ShouldPrint("answer later");
    }

    [Fact]
    public async Task Old_programs_go_but_for_the_one_before_and_those_that_run()
    {
        using var repository = await compiled.CopyAsync();
        var running = new TaskCompletionSource();
        var input = new TaskCompletionSource<string>();
        // Other tests run programs of the content that all start from, and a program that runs stays.
        var shared = Programs(repository).Single();
        string[] Own() => [.. Programs(repository).Where(x => x != shared)];
        await repository.Write("build/Answer.cs", Fixture.Answer("old first")).StartAsync();
        var first = Own().Single();
        var program = repository.Command("./build.sh", "echo")
            .WithStandardOutputPipe(PipeTarget.ToDelegate(_ => running.TrySetResult()))
            .WithStandardInputPipe(PipeSource.Create(async (stream, cancellation) =>
                await stream.WriteAsync(Encoding.UTF8.GetBytes(await input.Task), cancellation)));

        var echo = Repository.StartAsync(program);
        await running.Task;
        foreach (var answer in (string[])["old second", "old third"])
            (await repository.Write("build/Answer.cs", Fixture.Answer(answer)).StartAsync()).ShouldPrint("answer " + answer);
        Own().ShouldContain(first);
        Own().Length.ShouldBe(3);
        input.SetResult("done\n");
        (await echo).ShouldPrint("done");

        await repository.Write("build/Answer.cs", Fixture.Answer("old fourth")).StartAsync();
        Own().Length.ShouldBe(2);
        Own().ShouldNotContain(first);
    }

    private static string[] Programs(Repository repository) =>
        Directory.GetDirectories(Path.Combine(repository.State, "program"));

    private static (Task<Started> Start, int Id) Begin(Repository repository)
    {
        var id = 0;
        return (Repository.StartAsync(repository.Command("./build.sh"), started => id = started), id);
    }

    private static Task SendAsync(string signal, int id) =>
        Repository.RunAsync("bash", "-c", "kill -\"$1\" \"$2\"", "_", signal, id.ToString(CultureInfo.InvariantCulture));
}
