namespace Bootstrap.Tests;

public sealed class FailureTests(Compiled compiled)
{
    [Fact]
    public async Task A_compile_error_is_shown_with_file_and_line_and_ends_with_2()
    {
        using var repository = await compiled.CopyAsync();

        var broken = await repository.Write("build/Answer.cs", "static class Answer\n{\n    int x = \"y\";\n}\n").StartAsync();
        var mended = await repository.Write("build/Answer.cs", Fixture.Answer("mended")).StartAsync();

        broken.ExitCode.ShouldBe(2);
        broken.Output.ShouldBeEmpty();
        broken.Errors.ShouldContain("build/Answer.cs(3,9): error CS0708: 'Answer.x': cannot declare instance members in a static class\n");
        broken.Errors.ShouldEndWith("build.sh: the build does not compile: the errors are above.\n");
        mended.ShouldHaveCompiled(1).ShouldPrint("answer mended");
    }

    [Fact]
    public async Task Packages_that_cannot_be_fetched_are_what_the_environment_lacks()
    {
        using var repository = await compiled.CopyAsync();
        repository
            .Write("NuGet.config", "<configuration><packageSources><clear /><add key=\"closed\" value=\"http://127.0.0.1:9/index.json\" allowInsecureConnections=\"true\" /></packageSources></configuration>")
            .Write("build/_build.csproj", Fixture.Project.Replace(
                "</Project>", "<ItemGroup><PackageReference Include=\"Not.There\" Version=\"1.0.0\" /></ItemGroup></Project>", StringComparison.Ordinal));

        var start = await repository.StartAsync();

        start.ExitCode.ShouldBe(3, start.Errors);
        start.Errors.ShouldContain("NU1301");
        start.Errors.ShouldContain("Mend it by making the package source reachable");
    }

    [Fact]
    public async Task An_unknown_engine_is_refused_with_the_known_ones()
    {
        using var repository = await compiled.CopyAsync();

        var start = await Repository.StartAsync(repository.Command("./build.sh").With(("NukeEngine", "Genuine")));

        start.ExitCode.ShouldBe(2);
        start.Errors.ShouldBe("build.sh: NukeEngine is 'Genuine': it can be Embedded or Package.\n");
    }

    [Fact]
    public async Task A_path_that_the_SDK_cannot_publish_from_is_refused()
    {
        using var repository = new Repository().WithFiles().Move("b's");

        var start = await repository.StartAsync();

        start.ExitCode.ShouldBe(2);
        start.Errors.ShouldBe($"build.sh: the .NET SDK cannot publish from {repository.Root}, because of the apostrophe: move the repository.\n");
    }

    [Fact]
    public async Task A_file_in_a_folder_s_place_is_named_with_the_command_that_mends_it()
    {
        using var repository = new Repository().WithFiles();
        Directory.CreateDirectory(repository[".nuke/temp"]);
        repository.Write(".nuke/temp/build", "");

        var start = await repository.StartAsync();

        start.ExitCode.ShouldBe(3);
        start.Errors.ShouldBe(
            $"""
             build.sh: cannot use {repository[".nuke/temp/build"]}: it is a file, and a folder is needed there.
             build.sh: Mend it with: rm '{repository[".nuke/temp/build"]}'

             """);
    }

    [Fact]
    public async Task A_foreign_or_read_only_obj_is_named_with_the_command_that_mends_it()
    {
        using var repository = await compiled.CopyAsync();
        var obj = Path.Combine(repository.State, "dotnet/obj");
        var user = await User.WithoutRightsAsync(repository, obj);

        repository.Write("build/Answer.cs", Fixture.Answer("second"));
        var start = await Repository.StartAsync(user.Start);

        start.ExitCode.ShouldBe(3, start.Errors);
        start.Output.ShouldBeEmpty();
        start.Errors.ShouldContain($"build.sh: cannot write to {obj}: it ");
        start.Errors.ShouldContain($"build.sh: Mend it with: {user.Mend} ");
    }

    [Fact]
    public async Task A_compiled_program_runs_where_nothing_can_be_written()
    {
        using var repository = await compiled.CopyAsync();
        await repository.StartAsync();
        var user = await User.WithoutRightsAsync(repository, repository[".nuke/temp"], repository.State);

        var warm = await Repository.StartAsync(user.Start);
        File.SetLastWriteTimeUtc(repository["build/Answer.cs"], File.GetLastWriteTimeUtc(repository["build"]));
        var touched = await Repository.StartAsync(user.Start);

        warm.ShouldPrint("answer first").Errors.ShouldBeEmpty();
        touched.ShouldPrint("answer first").Errors.ShouldBeEmpty();
    }
}
