using Nuke.Common.CI.GitHubActions.Configuration;
using Nuke.Common.Execution;
using Serilog;

namespace Nuke.Common.CI.GitHubActions;

public partial class GitHubActionsAttribute
{
    private void Validate(GitHubActionsDetailedTrigger[] triggers)
    {
        var problems = Problems(triggers).ToList();
        if (problems.Count > 0)
            throw new BuildUsageException(string.Join('\n', problems.Select(x => $"Workflow '{_name}': {x}")));
        foreach (var filter in FiltersWithoutInclusion())
            Log.Warning("Workflow {Name}: {Filter} only excludes, and GitHub wants an included pattern beside. Include '**' too", _name, filter);
    }

    // GitHub's documentation: a list with '!' patterns must have at least one without.
    internal IEnumerable<string> FiltersWithoutInclusion()
    {
        (string Name, IEnumerable<string> Patterns)[] filters =
        [
            (nameof(OnPushBranches), OnPushBranches),
            (nameof(OnPushTags), OnPushTags),
            (nameof(OnPushExcludePaths), [.. OnPushIncludePaths, .. OnPushExcludePaths.Select(x => $"!{x}")]),
            (nameof(OnPullRequestBranches), OnPullRequestBranches),
            (nameof(OnPullRequestTags), OnPullRequestTags),
            (nameof(OnPullRequestExcludePaths), [.. OnPullRequestIncludePaths, .. OnPullRequestExcludePaths.Select(x => $"!{x}")]),
        ];
        return filters.Where(x => x.Patterns.Any() && x.Patterns.All(y => y.StartsWith('!'))).Select(x => x.Name);
    }

    private IEnumerable<string> Problems(GitHubActionsDetailedTrigger[] triggers)
    {
        if (On.Length == 0 && triggers.Length == 0)
        {
            yield return $"nothing starts it. Set {nameof(On)} = new[] {{ {nameof(GitHubActionsTrigger)}.{nameof(GitHubActionsTrigger.Push)} }}, "
                + $"or conditions such as {nameof(OnPushBranches)}, {nameof(OnPullRequestBranches)} or {nameof(OnCronSchedule)}.";
        }

        if (On.Length > 0 && triggers.Length > 0)
        {
            var conditions = SetConditions().DefaultIfEmpty(nameof(GetTriggers));
            yield return $"{nameof(On)} excludes {string.Join(", ", conditions)}. Remove {nameof(On)} or all of the others.";
        }

        if (OnPushBranches.Length > 0 && OnPushBranchesIgnore.Length > 0)
            yield return Contradiction(nameof(OnPushBranches), nameof(OnPushBranchesIgnore));
        if (OnPushTags.Length > 0 && OnPushTagsIgnore.Length > 0)
            yield return Contradiction(nameof(OnPushTags), nameof(OnPushTagsIgnore));

        foreach (var name in Twice(_images))
            yield return $"the image {name} is named twice, and jobs are named after their images. Name it once.";
        foreach (var name in Twice(WritePermissions.Concat(ReadPermissions)))
            yield return $"the permission {name} is given twice. Name it once; {nameof(WritePermissions)} includes reading.";
        foreach (var name in Twice(GetImports().Select(x => x.Key)))
            yield return $"the build's environment gets {name} twice. Name it once among the inputs and {nameof(ImportSecrets)}.";
    }

    private static string Contradiction(string include, string ignore)
        => $"GitHub takes either {include} or {ignore}, not both. To except some of {include}, add patterns that start with '!'.";

    private static IEnumerable<T> Twice<T>(IEnumerable<T> values) => values.GroupBy(x => x).Where(x => x.Count() > 1).Select(x => x.Key);

    private IEnumerable<string> SetConditions()
    {
        (string Name, bool IsSet)[] conditions =
        [
            (nameof(OnPushBranches), OnPushBranches.Length > 0),
            (nameof(OnPushBranchesIgnore), OnPushBranchesIgnore.Length > 0),
            (nameof(OnPushTags), OnPushTags.Length > 0),
            (nameof(OnPushTagsIgnore), OnPushTagsIgnore.Length > 0),
            (nameof(OnPushIncludePaths), OnPushIncludePaths.Length > 0),
            (nameof(OnPushExcludePaths), OnPushExcludePaths.Length > 0),
            (nameof(OnPullRequestBranches), OnPullRequestBranches.Length > 0),
            (nameof(OnPullRequestTags), OnPullRequestTags.Length > 0),
            (nameof(OnPullRequestIncludePaths), OnPullRequestIncludePaths.Length > 0),
            (nameof(OnPullRequestExcludePaths), OnPullRequestExcludePaths.Length > 0),
            (nameof(OnWorkflowDispatchOptionalInputs), OnWorkflowDispatchOptionalInputs.Length > 0),
            (nameof(OnWorkflowDispatchRequiredInputs), OnWorkflowDispatchRequiredInputs.Length > 0),
            (nameof(OnCronSchedule), !string.IsNullOrWhiteSpace(OnCronSchedule)),
        ];
        return conditions.Where(x => x.IsSet).Select(x => x.Name);
    }
}
