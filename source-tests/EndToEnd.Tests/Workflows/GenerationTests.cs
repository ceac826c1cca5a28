namespace EndToEnd.Tests.Workflows;

/// <summary>What a user does with the workflows of a build class.</summary>
public class GenerationTests
{
    private const string Ci = ".github/workflows/ci.yml";

    [Fact]
    public async Task A_workspace_with_two_binaries_gets_sensible_workflows()
    {
        using var build = await GeneratedAsync();

        Golden.ShouldMatch(build.Read(Ci), "Golden/two-binaries/ci.yml");
        Golden.ShouldMatch(build.Read(".github/workflows/preview.yml"), "Golden/two-binaries/preview.yml");
        Golden.ShouldMatch(build.Read(".github/dependabot.yml"), "Golden/two-binaries/dependabot.yml");
    }

    [Fact]
    public async Task NUKEs_own_command_writes_the_same_bytes()
    {
        using var build = await GeneratedAsync();
        var text = build.Read(Ci);
        File.Delete(Path.Combine(build.Root, Ci));

        (await build.RunAsync("--generate-configuration", "GitHubActions_ci", "--host", "GitHubActions")).ShouldSucceed();

        build.Read(Ci).ShouldBe(text);
    }

    [Fact]
    public async Task Files_that_match_are_left_alone_and_pass()
    {
        using var build = await GeneratedAsync();
        var written = File.GetLastWriteTimeUtc(Path.Combine(build.Root, Ci));

        (await build.RunAsync("GenerateWorkflows")).ShouldSucceed();
        (await build.RunAsync("VerifyWorkflows")).ShouldSucceed().Messages.ShouldContain("3 files are as they should be");

        File.GetLastWriteTimeUtc(Path.Combine(build.Root, Ci)).ShouldBe(written);
    }

    [Fact]
    public async Task No_other_run_writes_workflows()
    {
        using var build = Build();

        (await build.RunAsync("ListWorkflows")).ShouldSucceed();

        build.Has(Ci).ShouldBeFalse();
    }

    [Fact]
    public async Task An_edit_by_hand_fails_with_a_diff_and_the_fix()
    {
        using var build = await GeneratedAsync();
        build.WithFile(Ci, build.Read(Ci).Replace("timeout-minutes: 10", "timeout-minutes: 99", StringComparison.Ordinal));

        var output = (await build.RunAsync("VerifyWorkflows")).ShouldFailWith(1).Output;

        output.ShouldContain("WF010 .github/workflows/ci.yml: it is not what the build class says.");
        output.ShouldContain("-    timeout-minutes: 99\n+    timeout-minutes: 10\n");
        output.ShouldContain("Run ./build.sh GenerateWorkflows and commit what it writes.");
        build.Read(Ci).ShouldContain("timeout-minutes: 99");
    }

    [Fact]
    public async Task A_version_that_a_bot_has_raised_is_carried_back()
    {
        using var build = await GeneratedAsync();
        foreach (var file in new[] { Ci, ".github/workflows/preview.yml" })
        {
            build.WithFile(file, build.Read(file)
                .Replace("3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1", "4e4d42e5aac5ba805825da76410c181273ba90b1 # v7.1.0", StringComparison.Ordinal));
        }

        var raised = build.Read(Ci);
        (await build.RunAsync("VerifyWorkflows")).ShouldFailWith(1).Output.ShouldContain("Only versions of actions differ. To keep those in the file, run ./build.sh SyncPins");
        (await build.RunAsync("SyncPins")).ShouldSucceed().Messages.ShouldContain("actions/checkout: v7.0.1 → v7.1.0");

        build.Read("ActionPins.cs").ShouldContain("new(\"actions/checkout\", \"v7.1.0\", \"4e4d42e5aac5ba805825da76410c181273ba90b1\"),");
        build.Read(Ci).ShouldBe(raised);
        (await build.RunAsync("VerifyWorkflows")).ShouldSucceed();
    }

    [Fact]
    public async Task A_version_that_a_bot_has_raised_in_one_file_only_is_an_error_and_changes_nothing()
    {
        using var build = await GeneratedAsync();
        var table = build.Read("ActionPins.cs");
        build.WithFile(Ci, build.Read(Ci).Replace("3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1", "4e4d42e5aac5ba805825da76410c181273ba90b1 # v7.1.0", StringComparison.Ordinal));
        var edited = build.Read(Ci);

        (await build.RunAsync("SyncPins")).ShouldFailWith(2).Output.ShouldContain(
            "actions/checkout stands at 2 versions: .github/workflows/ci.yml has v7.1.0 (4e4d42e), .github/workflows/preview.yml has v7.0.1 (3d3c42e).");

        build.Read("ActionPins.cs").ShouldBe(table);
        build.Read(Ci).ShouldBe(edited);
    }

    [Theory]
    [InlineData("GenerateWorkflows")]
    [InlineData("VerifyWorkflows")]
    [InlineData("--generate-configuration", "GitHubActions_ci", "--host", "GitHubActions")]
    public async Task All_mistakes_in_declarations_are_told_at_once_and_old_files_stay(params string[] arguments)
    {
        using var build = Build("WrongBuild").WithFile(Ci, "name: old\n");

        var run = (await build.RunAsync(arguments)).ShouldFailWith(2);

        var output = run.Output + run.Error;
        output.ShouldContain("WF001 ci: there is no target Tset. Did you mean Test? Name targets by nameof.");
        output.ShouldContain("WF005 Test: its job in ci has the secret API_KEY, and a pull request can start it");
        output.ShouldContain("WF007 Test: aarch64-apple-darwin cannot be built on ubuntu-24.04, which runs Linux.");
        output.ShouldContain("WF009 Lint: it carries [RunsOn] and no [Job]");
        build.Read(Ci).ShouldBe("name: old\n");
    }

    [Fact]
    public async Task Attributes_of_components_count_and_the_build_class_overrides_them()
    {
        using var build = Build("OverridingBuild");
        (await build.RunAsync("GenerateWorkflows")).ShouldSucceed();

        var yaml = build.Read(".github/workflows/deploy.yml");

        yaml.ShouldContain("  deploy:\n    runs-on: ubuntu-26.04\n    environment: staging\n");
        yaml.ShouldContain("  smoke:\n    needs: [deploy]\n    runs-on: windows-2025\n");
    }

    [Fact]
    public async Task A_workflow_that_the_build_class_has_no_longer_is_removed_and_others_stay()
    {
        using var build = await GeneratedAsync();
        build.WithFile(".github/workflows/old.yml", build.Read(Ci)).WithFile(".github/workflows/by-hand.yml", "name: by-hand\n");

        (await build.RunAsync("VerifyWorkflows")).ShouldFailWith(1).Output.ShouldContain("WF010 .github/workflows/old.yml: no workflow of the build class makes it.");
        (await build.RunAsync("GenerateWorkflows")).ShouldSucceed();

        build.Has(".github/workflows/old.yml").ShouldBeFalse();
        build.Has(".github/workflows/by-hand.yml").ShouldBeTrue();
    }

    [Fact]
    public async Task The_list_shows_jobs_needs_permissions_and_secrets()
    {
        using var build = Build();

        (await build.RunAsync("ListWorkflows")).ShouldSucceed().Output.ShouldContain("preview   upload    ubuntu-24.04                   binaries  contents:read  PREVIEW_PASSWORD  preview");
        (await build.RunAsync("ListWorkflows", "--mermaid")).ShouldSucceed().Output.ShouldContain("  binaries --> upload\n");
    }

    private static BuildProgram Build(string name = "TwoBinariesBuild") => new BuildProgram(name, "WorkflowBuilds")
        .WithFile("build.cmd", "")
        .WithFile("global.json", "{}")
        .WithFile("ActionPins.cs", File.ReadAllText(Path.Combine(Repository.Root, "source/Slipway/Workflows/Actions/ActionPins.cs")));

    private static async Task<BuildProgram> GeneratedAsync()
    {
        var build = Build();
        (await build.RunAsync("GenerateWorkflows")).ShouldSucceed();
        return build;
    }
}
