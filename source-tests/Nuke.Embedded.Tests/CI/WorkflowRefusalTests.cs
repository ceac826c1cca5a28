using Nuke.Common.CI.GitHubActions;

namespace Nuke.Embedded.Tests.CI;

public sealed class WorkflowRefusalTests : IDisposable
{
    private readonly PipelineBuild _build = new();

    public void Dispose() => _build.Dispose();

    [Fact]
    public void A_workflow_that_nothing_starts_is_refused()
        => _build.Refusal(new GitHubActionsAttribute("ci", GitHubActionsImage.UbuntuLatest)).ShouldBe(
            "Workflow 'ci': nothing starts it. Set On = new[] { GitHubActionsTrigger.Push }, or conditions such as OnPushBranches, OnPullRequestBranches or OnCronSchedule.");

    [Fact]
    public void All_contradictions_are_told_at_once()
        => _build.Refusal(new GitHubActionsAttribute("ci", GitHubActionsImage.UbuntuLatest, GitHubActionsImage.UbuntuLatest)
        {
            On = [GitHubActionsTrigger.Push],
            OnPushBranches = ["main"],
            OnPushBranchesIgnore = ["old"],
            OnPushTags = ["v*"],
            OnPushTagsIgnore = ["v0"],
            WritePermissions = [GitHubActionsPermissions.Contents],
            ReadPermissions = [GitHubActionsPermissions.Contents],
            ImportSecrets = ["ApiKey", "ApiKey"],
        }).ShouldBe("""
            Workflow 'ci': On excludes OnPushBranches, OnPushBranchesIgnore, OnPushTags, OnPushTagsIgnore. Remove On or all of the others.
            Workflow 'ci': GitHub takes either OnPushBranches or OnPushBranchesIgnore, not both. To except some of OnPushBranches, add patterns that start with '!'.
            Workflow 'ci': GitHub takes either OnPushTags or OnPushTagsIgnore, not both. To except some of OnPushTags, add patterns that start with '!'.
            Workflow 'ci': the image UbuntuLatest is named twice, and jobs are named after their images. Name it once.
            Workflow 'ci': the permission Contents is given twice. Name it once; WritePermissions includes reading.
            Workflow 'ci': the build's environment gets ApiKey twice. Name it once among the inputs and ImportSecrets.
            """);

    [Fact]
    public void A_misspelt_target_is_refused_with_a_suggestion()
        => _build.Refusal(new GitHubActionsAttribute("ci", GitHubActionsImage.UbuntuLatest) { On = [GitHubActionsTrigger.Push], InvokedTargets = ["Tset"] })
            .ShouldBe("GitHubActions (ci): there is no target 'Tset'. Did you mean Test? Name targets by nameof.");

    [Fact]
    public void A_repository_without_build_script_is_refused()
    {
        using var build = new PipelineBuild(hasScript: false);

        build.Refusal(new GitHubActionsAttribute("ci", GitHubActionsImage.UbuntuLatest) { On = [GitHubActionsTrigger.Push] })
            .ShouldBe($"There is no build.cmd in {build.Root} or one folder below. Generated workflows start it on every system: add it beside build.sh.");
    }

    [Fact]
    public void Checkout_options_can_only_be_set()
        => Should.Throw<NotSupportedException>(() => new GitHubActionsAttribute("ci", GitHubActionsImage.UbuntuLatest).FetchDepth);

    [Fact]
    public void Filters_that_include_nothing_are_found()
        => new GitHubActionsAttribute("ci", GitHubActionsImage.UbuntuLatest)
        {
            OnPushBranches = ["!old"],
            OnPushTags = ["v*", "!v0"],
            OnPushIncludePaths = ["**"],
            OnPushExcludePaths = ["docs/**"],
            OnPullRequestExcludePaths = ["docs/**"],
        }.FiltersWithoutInclusion().ShouldBe(["OnPushBranches", "OnPullRequestExcludePaths"]);
}
