namespace Bootstrap.Tests;

public sealed class ChangeTests(Compiled compiled)
{
    [Fact]
    public async Task An_edited_file_is_compiled_and_its_old_content_is_still_there_when_it_comes_back()
    {
        using var repository = await compiled.CopyAsync();

        var edited = await repository.Write("build/Answer.cs", Fixture.Answer("second")).StartAsync();
        var back = await repository.Write("build/Answer.cs", Fixture.Answer("first")).StartAsync();

        edited.ShouldHaveCompiled(1).ShouldPrint("answer second");
        back.ShouldHaveCompiled(0).ShouldPrint("answer first");
    }

    [Fact]
    public async Task A_file_replaced_by_one_with_an_older_time_is_noticed()
    {
        using var repository = await compiled.CopyAsync();
        var time = File.GetLastWriteTimeUtc(repository["build/Answer.cs"]);
        repository.Write("replacement", Fixture.Answer("other"));
        File.SetLastWriteTimeUtc(repository["replacement"], time.AddYears(-1));
        // So that MSBuild as well knows the old file, in this place.
        (await repository.Write("build/More.cs", "").StartAsync()).ShouldHaveCompiled(1);
        File.Move(repository["replacement"], repository["build/Answer.cs"], overwrite: true);

        (await repository.StartAsync()).ShouldHaveCompiled(1).ShouldPrint("answer other");
    }

    [Fact]
    public async Task Files_that_are_added_renamed_or_removed_are_noticed()
    {
        using var repository = await compiled.CopyAsync();
        await repository.StartAsync();

        repository.Write("build/More.cs", "static class More;\n");
        (await repository.StartAsync()).ShouldHaveCompiled(1);
        File.Move(repository["build/More.cs"], repository["build/More.txt"]);
        (await repository.StartAsync()).ShouldHaveCompiled(1);
        File.Delete(repository["build/More.txt"]);
        // What it was before is compiled again, unless it is still there.
        (await repository.StartAsync()).ShouldPrint("answer first");
    }

    [Theory]
    [InlineData("Directory.Build.props", "<Project />")]
    [InlineData("source/Shared.props", "<Project />")]
    [InlineData("nuget.config", "<configuration />")]
    [InlineData("global.json", "{ }")]
    public async Task What_else_the_compile_reads_is_an_input(string file, string content)
    {
        using var repository = await compiled.CopyAsync();
        await repository.StartAsync();

        (await repository.Write(file, content).StartAsync()).ShouldHaveCompiled(1).ShouldPrint("answer first");
    }

    [Fact]
    public async Task The_same_content_with_another_time_or_mode_is_not_compiled()
    {
        using var repository = await compiled.CopyAsync();
        await repository.StartAsync();
        File.SetLastWriteTimeUtc(repository["build/Answer.cs"], File.GetLastWriteTimeUtc(repository["build"]).AddDays(1));
        File.SetUnixFileMode(repository["build/Program.cs"], UnixFileMode.UserRead | UnixFileMode.UserWrite);
        repository.Write("build/.Answer.cs.swp", "an editor's").Write("global.json", File.ReadAllText(repository["global.json"]));

        (await repository.StartAsync()).ShouldHaveCompiled(0).ShouldPrint("answer first").Errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_edit_right_after_a_start_is_noticed()
    {
        using var repository = await compiled.CopyAsync();
        for (var edit = 1; edit <= 2; edit++)
        {
            // A touched file makes the start take a new stamp, which is the shortest way from stamp to edit.
            File.SetLastWriteTimeUtc(repository["build/Program.cs"], File.GetLastWriteTimeUtc(repository["build"]));
            (await repository.StartAsync()).ShouldHaveCompiled(0);
            repository.Write("build/Answer.cs", Fixture.Answer($"{edit}"));

            (await repository.StartAsync()).ShouldHaveCompiled(1).ShouldPrint($"answer {edit}");
        }
    }

    [Fact]
    public async Task An_edit_while_the_compiler_runs_is_in_the_program_that_starts()
    {
        using var repository = await compiled.CopyAsync();
        repository.Write("late.cs", Fixture.Answer("late")).Write("build/Answer.cs", Fixture.Answer("early"));

        var start = await repository.StartAsync();
        var again = await repository.Write("build/Answer.cs", Fixture.Answer("early")).StartAsync();

        start.ShouldHaveCompiled(2).ShouldPrint("answer late");
        again.ShouldPrint("answer early");
    }

    [Fact]
    public async Task Each_engine_has_its_own_program()
    {
        using var repository = await compiled.CopyAsync();
        var package = repository.Command("./build.sh").With(("NukeEngine", "Package"));

        (await Repository.StartAsync(package)).ShouldHaveCompiled(1).ShouldPrint("with the genuine engine");
        (await repository.StartAsync()).ShouldHaveCompiled(0).Output.ShouldNotContain("genuine");
        (await Repository.StartAsync(package)).ShouldHaveCompiled(0).ShouldPrint("with the genuine engine");
    }
}
