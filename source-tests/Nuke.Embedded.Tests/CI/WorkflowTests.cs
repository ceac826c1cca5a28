using Nuke.Common.CI.GitHubActions;

namespace Nuke.Embedded.Tests.CI;

public sealed class WorkflowTests : IDisposable
{
    private readonly PipelineBuild _build = new();

    public void Dispose() => _build.Dispose();

    [Fact]
    public void A_workflow_runs_targets_on_simple_events()
        => Generate(new GitHubActionsAttribute("simple run", GitHubActionsImage.UbuntuLatest)
        {
            On = [GitHubActionsTrigger.Push, GitHubActionsTrigger.PullRequest, GitHubActionsTrigger.WorkflowDispatch],
            InvokedTargets = [nameof(PipelineBuild.Clean), nameof(PipelineBuild.Test)],
            PublishArtifacts = false,
        }).ShouldBeGolden("simple.yml");

    [Fact]
    public void Events_are_restricted_by_branches_tags_and_paths()
        => Generate(new GitHubActionsAttribute("restricted", GitHubActionsImage.Ubuntu2404)
        {
            OnPushBranches = ["main", "releases/**", "!releases/old", "1.10"],
            OnPushTagsIgnore = ["v0.*"],
            OnPushIncludePaths = ["src/**", "it's.md"],
            OnPushExcludePaths = ["docs/**"],
            OnPullRequestBranches = ["main"],
            OnPullRequestTags = ["v*"],
            OnPullRequestIncludePaths = ["src"],
            OnPullRequestExcludePaths = ["README.md"],
            OnCronSchedule = "30 5 * * 1",
            InvokedTargets = [nameof(PipelineBuild.Clean)],
            CacheKeyFiles = [],
            Submodules = GitHubActionsSubmodules.Recursive,
            Lfs = true,
            FetchDepth = 0,
            Progress = false,
            Filter = "tree:0",
        }).ShouldBeGolden("restricted.yml");

    [Fact]
    public void Each_image_has_a_job_that_uploads_what_targets_produce()
        => Generate(new GitHubActionsAttribute("images", GitHubActionsImage.UbuntuLatest, GitHubActionsImage.WindowsLatest, GitHubActionsImage.MacOsLatest)
        {
            OnPushBranchesIgnore = ["scratch"],
            InvokedTargets = [nameof(PipelineBuild.Test)],
            CacheIncludePatterns = ["~/.cargo", "target"],
            CacheExcludePatterns = ["target/tmp"],
            CacheKeyFiles = ["**/Cargo.lock"],
            PublishCondition = "!cancelled()",
        }).ShouldBeGolden("images.yml");

    [Fact]
    public void Inputs_secrets_and_the_token_reach_the_build_as_environment()
        => Generate(new GitHubActionsAttribute("environment", GitHubActionsImage.UbuntuLatest)
        {
            OnWorkflowDispatchOptionalInputs = ["ReleaseNotes", "version"],
            OnWorkflowDispatchRequiredInputs = ["NuGetSource"],
            ImportSecrets = ["NuGetApiKey", "CRATES_TOKEN"],
            EnableGitHubToken = true,
            InvokedTargets = [nameof(PipelineBuild.Clean)],
        }).ShouldBeGolden("environment.yml");

    [Fact]
    public void Permissions_concurrency_and_deployment_environment_are_written()
        => Generate(new GitHubActionsAttribute("guarded", GitHubActionsImage.UbuntuLatest)
        {
            On = [GitHubActionsTrigger.Push],
            WritePermissions = [GitHubActionsPermissions.Contents, GitHubActionsPermissions.IdToken],
            ReadPermissions = [GitHubActionsPermissions.Actions],
            ConcurrencyCancelInProgress = true,
            JobConcurrencyGroup = "deploy",
            EnvironmentName = "production",
            EnvironmentUrl = "https://example.org/app",
            TimeoutMinutes = 30,
            InvokedTargets = [nameof(PipelineBuild.Clean)],
        }).ShouldBeGolden("guarded.yml");

    [Fact]
    public void A_derived_attribute_inserts_steps_and_environment()
        => Generate(new RustGitHubActionsAttribute("rust", GitHubActionsImage.UbuntuLatest)
        {
            On = [GitHubActionsTrigger.Push],
            InvokedTargets = [nameof(PipelineBuild.Clean)],
        }).ShouldBeGolden("derived.yml");

    [Fact]
    public void Without_named_targets_the_default_targets_count()
    {
        var generator = new GitHubActionsAttribute("default", GitHubActionsImage.UbuntuLatest) { On = [GitHubActionsTrigger.Push] };
        var text = System.Text.Encoding.UTF8.GetString(Generate(generator));

        text.ShouldContain("run: ./build.cmd\n");
        text.ShouldContain("path: src\n");
        text.ShouldNotContain("test-results");
    }

    [Fact]
    public void The_build_script_may_stand_one_folder_below_the_root()
    {
        using var build = new PipelineBuild(hasScript: false);
        Directory.CreateDirectory(build.Root / "tools");
        File.WriteAllText(build.Root / "tools" / "build.cmd", "");
        var generator = new GitHubActionsAttribute("below", GitHubActionsImage.UbuntuLatest)
        {
            On = [GitHubActionsTrigger.Push],
            InvokedTargets = [nameof(PipelineBuild.Clean)],
        };

        System.Text.Encoding.UTF8.GetString(build.Generate(generator)).ShouldContain("run: ./tools/build.cmd Clean\n");
    }

    private byte[] Generate(GitHubActionsAttribute attribute) => _build.Generate(attribute);
}
