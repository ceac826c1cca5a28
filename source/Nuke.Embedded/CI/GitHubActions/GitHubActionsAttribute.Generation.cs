using Nuke.Common.CI.GitHubActions.Configuration;
using Nuke.Common.Execution;
using Nuke.Common.Tooling;
using Nuke.Common.Utilities;

namespace Nuke.Common.CI.GitHubActions;

public partial class GitHubActionsAttribute
{
    public override CustomFileWriter CreateWriter(StreamWriter streamWriter)
        => new(streamWriter, indentationFactor: 2, commentPrefix: "#");

    public override ConfigurationEntity GetConfiguration(IReadOnlyCollection<ExecutableTarget> relevantTargets)
    {
        var triggers = GetTriggers().ToArray();
        Validate(triggers);
        return new GitHubActionsConfiguration
        {
            Name = _name,
            ShortTriggers = On,
            DetailedTriggers = triggers,
            Permissions = [.. WritePermissions.Select(x => (x, "write")), .. ReadPermissions.Select(x => (x, "read"))],
            ConcurrencyGroup = ConcurrencyGroup,
            ConcurrencyCancelInProgress = ConcurrencyCancelInProgress,
            Jobs = [.. _images.Select(x => GetJobs(x, relevantTargets))],
        };
    }

    /// <summary>The job for one image.</summary>
    protected virtual GitHubActionsJob GetJobs(GitHubActionsImage image, IReadOnlyCollection<ExecutableTarget> relevantTargets)
        => new()
        {
            Name = image.GetValue().Replace('.', '_'),
            Image = image,
            TimeoutMinutes = TimeoutMinutes,
            ConcurrencyGroup = JobConcurrencyGroup,
            ConcurrencyCancelInProgress = JobConcurrencyCancelInProgress,
            EnvironmentName = EnvironmentName,
            EnvironmentUrl = EnvironmentUrl,
            Steps = [.. GetSteps(relevantTargets)],
        };

    /// <summary>The environment of the step that runs the build.</summary>
    protected virtual IEnumerable<(string Key, string Value)> GetImports()
    {
        foreach (var input in OnWorkflowDispatchOptionalInputs.Concat(OnWorkflowDispatchRequiredInputs))
            yield return (input, $"${{{{ github.event.inputs.{input} }}}}");
        foreach (var secret in ImportSecrets)
            yield return (secret, $"${{{{ secrets.{NameText.UpperSnake(secret)} }}}}");
        if (EnableGitHubToken)
            yield return ("GITHUB_TOKEN", "${{ secrets.GITHUB_TOKEN }}");
    }

    /// <summary>The events with conditions that start the workflow.</summary>
    protected virtual IEnumerable<GitHubActionsDetailedTrigger> GetTriggers()
    {
        if (IsAnySet(OnPushBranches, OnPushBranchesIgnore, OnPushTags, OnPushTagsIgnore, OnPushIncludePaths, OnPushExcludePaths))
        {
            yield return new GitHubActionsVcsTrigger
            {
                Kind = GitHubActionsTrigger.Push,
                Branches = OnPushBranches,
                BranchesIgnore = OnPushBranchesIgnore,
                Tags = OnPushTags,
                TagsIgnore = OnPushTagsIgnore,
                IncludePaths = OnPushIncludePaths,
                ExcludePaths = OnPushExcludePaths,
            };
        }

        if (IsAnySet(OnPullRequestBranches, OnPullRequestTags, OnPullRequestIncludePaths, OnPullRequestExcludePaths))
        {
            yield return new GitHubActionsVcsTrigger
            {
                Kind = GitHubActionsTrigger.PullRequest,
                Branches = OnPullRequestBranches,
                Tags = OnPullRequestTags,
                IncludePaths = OnPullRequestIncludePaths,
                ExcludePaths = OnPullRequestExcludePaths,
            };
        }

        if (IsAnySet(OnWorkflowDispatchOptionalInputs, OnWorkflowDispatchRequiredInputs))
        {
            yield return new GitHubActionsWorkflowDispatchTrigger
            {
                OptionalInputs = OnWorkflowDispatchOptionalInputs,
                RequiredInputs = OnWorkflowDispatchRequiredInputs,
            };
        }

        if (!string.IsNullOrWhiteSpace(OnCronSchedule))
            yield return new GitHubActionsScheduledTrigger { Cron = OnCronSchedule };
    }

    private static bool IsAnySet(params string[][] values) => values.Any(x => x.Length > 0);

    private IEnumerable<GitHubActionsStep> GetSteps(IReadOnlyCollection<ExecutableTarget> relevantTargets)
    {
        yield return new GitHubActionsCheckoutStep
        {
            Submodules = _submodules,
            Lfs = _lfs,
            FetchDepth = _fetchDepth,
            Progress = _progress,
            Filter = _filter,
        };

        if (CacheKeyFiles.Length > 0 && CacheIncludePatterns.Length > 0)
        {
            yield return new GitHubActionsCacheStep
            {
                IncludePatterns = CacheIncludePatterns,
                ExcludePatterns = CacheExcludePatterns,
                KeyFiles = CacheKeyFiles,
            };
        }

        yield return new GitHubActionsRunStep
        {
            BuildCmdPath = BuildCmdPath,
            InvokedTargets = InvokedTargets,
            Imports = GetImports().ToDictionary(x => x.Key, x => x.Value, StringComparer.Ordinal),
        };

        if (!PublishArtifacts)
            yield break;

        foreach (var (name, path) in ArtifactDirectory.Of(relevantTargets, Build.RootDirectory))
            yield return new GitHubActionsArtifactStep { Name = name, Path = path, Condition = PublishCondition };
    }
}
