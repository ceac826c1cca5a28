using CliWrap;

namespace Bootstrap.Tests;

public sealed class WarmStartTests(Compiled compiled)
{
    [Fact]
    public void A_first_start_compiles_the_program_and_runs_it()
    {
        compiled.First.ExitCode.ShouldBe(0, compiled.First.Errors);
        compiled.First.ShouldHaveCompiled(1).ShouldPrint("answer first");
    }

    [Fact]
    public async Task A_warm_start_runs_nothing_but_find_and_the_program()
    {
        using var repository = await compiled.CopyAsync();
        var tools = Tools.In(repository.Beside("tools")).With("find").With("dotnet").With("bash");
        var path = Environment.GetEnvironmentVariable("PATH");
        await Repository.StartAsync(Start($"{tools.Folder}:{path}"));

        var warm = await Repository.StartAsync(Start(tools.Folder));

        warm.ShouldPrint("answer first").Errors.ShouldBeEmpty();

        Command Start(string searched) => repository.Command("./build.sh").With(("PATH", searched));
    }

    [Fact]
    public async Task Arguments_and_exit_code_pass_through_untouched()
    {
        using var repository = await compiled.CopyAsync();

        var start = await repository.StartAsync("print", "", "a  b", "*", "--x=\"y\"", "$HOME", "\\");
        var failing = await repository.StartAsync("exit", "42");

        start.ShouldPrint("<>").ShouldPrint("<a  b>").ShouldPrint("<*>").ShouldPrint("<--x=\"y\">").ShouldPrint("<$HOME>")
            .ShouldPrint("<\\>");
        failing.ExitCode.ShouldBe(42);
    }

    [Fact]
    public async Task Standard_input_goes_to_the_program_even_after_a_compile()
    {
        using var repository = await compiled.CopyAsync();
        repository.Write("build/Answer.cs", Fixture.Answer("second"));

        var start = await Repository.StartAsync(
            repository.Command("./build.sh", "echo").WithStandardInputPipe(PipeSource.FromString("typed\n")));

        start.ShouldHaveCompiled(1).ShouldPrint("typed").ShouldPrint("answer second");
    }
}
