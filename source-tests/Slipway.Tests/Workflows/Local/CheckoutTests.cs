namespace Slipway.Tests.Workflows.Local;

public class CheckoutTests
{
    private const string Checkout = "- uses: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1\n";

    public CheckoutTests() => Assert.SkipWhen(OperatingSystem.IsWindows(), "the steps are written for bash");

    [Fact]
    public async Task A_job_gets_a_real_clone_with_what_is_not_committed()
    {
        using var project = WorkflowProject.OfSteps(Checkout + "- run: git status --porcelain && git rev-parse HEAD && git rev-list --count HEAD && git branch --show-current && ls");
        project.With("changed", "1").With("gone/deep", "1").With("staged", "1");
        await project.CommitAsync();
        await project.CommitAsync();
        var head = await project.GitAsync("rev-parse", "HEAD");
        project.With("changed", "2").With("new/file name", "1").With("noise.log", "1").With("target/x", "1").With("staged", "2");
        await project.GitAsync("add", "staged");
        Directory.Delete(Path.Combine(project.Folder, "gone"), recursive: true);

        (await project.RunAsync()).Succeeded.ShouldBeTrue();

        project.Output.ShouldBe(
            [" M changed", " D gone/deep", " M staged", "?? new/", head, "1", "main", "README.md", "changed", "new", "staged"],
            ignoreOrder: true);
        project.Notes.ShouldBe([$"{head[..7]} with 4 uncommitted changes"]);
        File.ReadAllText(project.InWorkspace("a", "changed")).ShouldBe("2");
        (await project.GitAsync("status", "--porcelain", "--untracked-files=all")).Split('\n').Length.ShouldBe(4, "the repository itself is as it was");
    }

    [Fact]
    public async Task The_whole_history_comes_with_branches_and_tags()
    {
        using var project = WorkflowProject.OfSteps(
            Checkout + "  with: { fetch-depth: 0 }\n- run: |\n    git rev-list --count HEAD; git tag; git branch --remotes --format='%(refname:short)'; git rev-list --count origin/main; git merge-base HEAD origin/main | wc -l");
        await project.CommitAsync();
        await project.GitAsync("tag", "v1");
        await project.GitAsync("checkout", "--quiet", "-b", "topic");
        await project.CommitAsync();

        (await project.RunAsync()).Succeeded.ShouldBeTrue();

        project.Output.Select(line => line.Trim()).ShouldBe(["2", "v1", "origin/main", "origin/topic", "1", "1"]);
    }

    [Fact]
    public async Task Ignored_output_stays_for_the_next_run_and_all_else_goes()
    {
        using var project = WorkflowProject.OfSteps(
            Checkout +
            """
            - run: |
                for f in target/kept .nuke/temp/obj/kept.log noise.log stray new-folder/x crate/target/kept src/x.log; do [ -e $f ] && echo $f; done
                git config user.name left && echo "name $(git config --local --get-all user.name | wc -l)"
                mkdir -p target .nuke/temp/obj new-folder crate/target src
                touch target/kept .nuke/temp/obj/kept.log noise.log stray new-folder/x crate/target/kept src/x.log
                stat -c %Y.%y README.md
                echo changed >> committed
            """);
        project.With("committed", "1\n");

        await project.RunAsync();
        var first = project.Output;
        project.With("added", "not committed");
        await project.RunAsync();
        var second = project.Output;
        project.Options = project.Options with { Fresh = true };
        await project.RunAsync();

        first.Count.ShouldBe(2);
        second.ShouldBe(["target/kept", ".nuke/temp/obj/kept.log", "crate/target/kept", "name 1", first[^1]], "what has not changed keeps its time");
        File.ReadAllText(project.InWorkspace("a", "committed")).ShouldBe("1\nchanged\n", "each run begins with what is committed");
        File.Exists(project.InWorkspace("a", "added")).ShouldBeTrue();
        project.Output.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_folder_that_is_only_called_like_output_does_not_stay()
    {
        using var project = WorkflowProject.OfSteps(Checkout + "- run: ls; mkdir target; touch target/x");
        project.With(".gitignore", "");

        await project.RunAsync();
        await project.RunAsync();

        project.Output.ShouldBe(["README.md"]);
    }

    [Fact]
    public async Task A_job_that_checks_nothing_out_begins_with_nothing()
    {
        using var project = WorkflowProject.OfSteps("- run: ls -A; touch left");

        await project.RunAsync();
        await project.RunAsync();

        project.Output.ShouldBeEmpty();
    }

    [Fact]
    public async Task Links_and_permissions_of_new_files_are_kept()
    {
        using var project = WorkflowProject.OfSteps(Checkout + "- run: ./tool && readlink link");
        await project.CommitAsync();
        project.WithProgram("tool", "#!/bin/sh\necho runs\n");
        File.CreateSymbolicLink(Path.Combine(project.Folder, "link"), "nowhere");

        await project.RunAsync();

        project.Output.ShouldBe(["runs", "nowhere"]);
    }

    [Fact]
    public async Task Working_trees_and_shallow_repositories_can_be_cloned_too()
    {
        using var project = WorkflowProject.OfSteps(Checkout + "  with: { fetch-depth: 0 }\n- run: git log --format=%D -1 && git rev-list --count HEAD && git fsck --connectivity-only");
        await project.CommitAsync();
        await project.CommitAsync();
        var shallow = Path.Combine(project.Folder, "..", "shallow");
        await project.GitAsync("clone", "--quiet", "--depth=1", new Uri(project.Folder).AbsoluteUri, shallow);
        var tree = Path.Combine(project.Folder, "..", "tree");
        await project.GitAsync("worktree", "add", "--quiet", "-b", "topic", tree);

        project.Options = project.Options with { RepositoryFolder = tree };
        (await project.RunAsync()).Succeeded.ShouldBeTrue();
        project.Output.ShouldBe(["HEAD -> topic, origin/topic, origin/main", "2"]);
        project.Options = project.Options with { RepositoryFolder = shallow };
        (await project.RunAsync()).Succeeded.ShouldBeTrue();
        project.Output.ShouldBe(["grafted, HEAD -> main, origin/main", "1"]);
    }

    [Fact]
    public async Task Another_commit_comes_without_the_changes_of_today()
    {
        using var project = WorkflowProject.OfSteps(Checkout + "  with: { ref: old }\n- run: cat README.md; git status --porcelain");
        await project.CommitAsync();
        await project.GitAsync("tag", "old");
        project.With("README.md", "new\n");
        await project.CommitAsync();
        project.With("README.md", "newer\n");

        await project.RunAsync();

        project.Output.ShouldBe(["read me"]);
    }

    [Theory]
    [InlineData("submodules: true", "actions/checkout with `submodules: true` is not performed here.")]
    [InlineData("sparse-checkout: src", "actions/checkout with `sparse-checkout: src` is not performed here.")]
    [InlineData("ref: nope", "The repository has no ref nope.")]
    public async Task What_a_clone_here_cannot_have_fails_with_a_sentence(string with, string message)
    {
        using var project = WorkflowProject.OfSteps(Checkout + $"  with: {{ {with} }}");

        (await project.RunAsync()).Legs.Single().Steps.Single().Reason.ShouldBe(message);
    }

    [Fact]
    public async Task A_folder_without_a_repository_is_a_fault_of_the_caller()
    {
        using var project = WorkflowProject.OfSteps("- run: echo");
        await project.CommitAsync();
        project.Options = project.Options with { RepositoryFolder = Path.GetDirectoryName(project.Folder)! };

        (await Should.ThrowAsync<SlipwayException>(() => project.RunAsync())).Message.ShouldEndWith("is not in a Git repository.");
    }

    [Fact]
    public async Task The_SDK_that_global_json_asks_for_must_be_there()
    {
        using var project = WorkflowProject.OfSteps(Checkout + "- uses: actions/setup-dotnet@v6\n  with: { global-json-file: global.json }");
        project.With("global.json", """{ "sdk": { "version": "10.0.100", "rollForward": "latestFeature" } }""");

        (await project.RunAsync()).Succeeded.ShouldBeTrue();
        project.With("global.json", """{ "sdk": { "version": "99.0.100" } }""");
        (await project.RunAsync()).Legs.Single().Steps[^1].Reason.ShouldBe("no .NET SDK on this machine is what global.json asks for");
    }
}
