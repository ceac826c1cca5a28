namespace Bootstrap.Tests;

public sealed class PlaceTests(Compiled compiled)
{
    [Fact]
    public async Task A_start_works_from_any_folder_and_leaves_the_program_in_it()
    {
        using var repository = await compiled.CopyAsync();
        var elsewhere = repository.Beside("else where");

        var absolute = await Repository.StartAsync(repository.Command("./build.sh").WithWorkingDirectory(elsewhere));
        var relative = await Repository.StartAsync(
            repository.Command("bash", "../build.sh").WithWorkingDirectory(repository["build"]));

        absolute.ShouldHaveCompiled(0).ShouldPrint("in " + elsewhere);
        relative.ShouldHaveCompiled(0).ShouldPrint("in " + repository["build"]);
    }

    [Fact]
    public async Task A_link_to_the_script_starts_the_build_that_it_points_to()
    {
        using var repository = await compiled.CopyAsync();
        var bin = repository.Beside("bin");
        File.CreateSymbolicLink(Path.Combine(bin, "first"), repository["build.sh"]);
        File.CreateSymbolicLink(Path.Combine(bin, "second"), "first");
        File.CreateSymbolicLink(Path.Combine(bin, "third"), repository["build.cmd"]);

        var second = await Repository.StartAsync(repository.Command(Path.Combine(bin, "second")).WithWorkingDirectory(bin));
        var third = await Repository.StartAsync(repository.Command("sh", "third").WithWorkingDirectory(bin));

        second.ShouldHaveCompiled(0).ShouldPrint("answer first");
        third.ShouldHaveCompiled(0).ShouldPrint("answer first");
    }

    [Theory]
    [InlineData("bash")]
    [InlineData("sh")]
    public async Task Either_shell_starts_the_build_and_so_does_the_script_for_both_systems(string shell)
    {
        using var repository = await compiled.CopyAsync();

        var plain = await Repository.StartAsync(repository.Command(shell, "build.sh"));
        var direct = await Repository.StartAsync(repository.Command(shell, "-c", "./build.cmd print 'a b'; exit $?"));
        var named = await Repository.StartAsync(repository.Command(shell, "build.cmd", "exit", "7"));

        plain.ShouldHaveCompiled(0).ShouldPrint("answer first");
        direct.ShouldHaveCompiled(0).ShouldPrint("<a b>").ExitCode.ShouldBe(0);
        named.ExitCode.ShouldBe(7, named.Errors);
    }

    [Fact]
    public async Task A_moved_repository_needs_no_compile_and_notices_changes()
    {
        using var repository = await compiled.CopyAsync();
        await repository.StartAsync();
        repository.Move("moved");

        (await repository.StartAsync()).ShouldHaveCompiled(0).ShouldPrint("answer first");
        repository.Write("build/Answer.cs", Fixture.Answer("moved"));
        (await repository.StartAsync()).ShouldHaveCompiled(1).ShouldPrint("answer moved");
    }

    [Fact]
    public async Task A_linked_work_tree_has_a_program_of_its_own()
    {
        using var repository = await compiled.CopyAsync();
        repository.Write(".gitignore", "/.nuke/temp/\n");
        var tree = Path.Combine(repository.Beside("trees"), "tree");
        foreach (var arguments in (string[][])[["init", "-q"], ["add", "-A"], ["commit", "-qm", "All"], ["worktree", "add", "-q", tree]])
            await Repository.RunAsync("git", ["-C", repository.Root, "-c", "user.name=n", "-c", "user.email=e@example.org", .. arguments]);

        File.WriteAllText(Path.Combine(tree, "build/Answer.cs"), Fixture.Answer("tree"));
        var inTree = await Repository.StartAsync(repository.Command(Path.Combine(tree, "build.sh")));

        inTree.ShouldHaveCompiled(1).ShouldPrint("answer tree");
        (await repository.StartAsync()).ShouldHaveCompiled(0).ShouldPrint("answer first");
    }
}
