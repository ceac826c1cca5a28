using Nuke.Common.Tools.Git;

namespace Nuke.Embedded.Tests.Components;

public sealed class StandardComponentsTests : IDisposable
{
    private readonly BuildProgram _build = new("StandardComponentsBuild");

    public StandardComponentsTests() => _build.WithFile("CHANGELOG.md", "## [Unreleased]\n- A `thing`\n");

    [Fact]
    public async Task Components_know_the_folders_the_change_log_and_the_repository()
    {
        CreateRepository();
        var run = (await _build.RunAsync()).ShouldSucceed();
        run.Messages.ShouldBe(
        [
            "artifacts artifacts",
            $"reports {Path.Combine("artifacts", "reports")}",
            "changelog CHANGELOG.md",
            "notes • A thing",
            "configuration Debug",
            "repository https://example.org/owner/name on main",
            "https://example.org/owner/name.git",
        ]);
    }

    [Fact]
    public async Task The_configuration_can_be_chosen()
    {
        CreateRepository();
        (await _build.RunAsync("--configuration", "release")).ShouldSucceed().Messages.ShouldContain("configuration Release");
    }

    [Fact]
    public async Task On_a_server_the_branch_is_the_one_the_server_names()
    {
        CreateRepository();
        GitTasks.Git("checkout --quiet --orphan detached-by-checkout", _build.Root);
        _build.WithVariable("GITHUB_ACTIONS", "true").WithVariable("GITHUB_REF", "refs/heads/topic").WithVariable("GITHUB_SHA", "abc")
            .WithVariable("GITHUB_HEAD_REF", null);
        var run = (await _build.RunAsync()).ShouldSucceed();
        run.Output.ShouldContain("repository https://example.org/owner/name on topic");
        run.Output.ShouldContain("configuration Release");
    }

    [Fact]
    public async Task A_build_that_is_in_no_repository_says_so_before_it_runs()
        => (await _build.RunAsync()).ShouldFailWith(2).Output.ShouldContain("GitRepository");

    public void Dispose() => _build.Dispose();

    private void CreateRepository()
    {
        GitTasks.Git("init --quiet --initial-branch=main .", _build.Root);
        GitTasks.Git("remote add origin https://example.org/owner/name.git", _build.Root);
    }
}
