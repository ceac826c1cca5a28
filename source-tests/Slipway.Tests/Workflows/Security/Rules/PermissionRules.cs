using YamlDotNet.RepresentationModel;

namespace Slipway.Tests.Workflows.Security;

/// <summary>Nothing at the top, and for each job what it needs, with the reason.</summary>
internal static class PermissionRules
{
    // Anybody may run the code of a job of a pull request; what publishes waits in an environment besides.
    private static readonly Dictionary<string, Func<WorkflowFile, WorkflowJob, bool>> s_writable = new()
    {
        ["artifact-metadata"] = Releases,
        ["attestations"] = Releases,
        ["contents"] = Releases,
        ["id-token"] = Releases,
        // An issue about a nightly run.
        ["issues"] = (file, _) => !file.StartsOnPullRequests,
        // One comment that is kept up to date; GitHub makes the token of a fork read-only. For forks, after a run, by a job
        // that uses nothing of the repository.
        ["pull-requests"] = (file, job) => file.StartsOn("pull_request") || (file.StartsOn("workflow_run") && job.Steps.All(step => step.Uses is null)),
        // Alerts of code scanning.
        ["security-events"] = (_, _) => true,
    };

    public static IReadOnlyList<SecurityRule> All { get; } =
    [
        new("excessive-permissions", file => file.Root.Child("permissions") switch
        {
            YamlMappingNode { Children.Count: 0 } => [],
            null => [new Place(1, "permissions: {} is missing at the top: without it every job has what the repository's settings say.")],
            var given => [new Place(given.Line(), "permissions at the top must be {}: each job names what it needs.")],
        }),
        new("job-permissions", file => file.Jobs.Where(job => job.Node.Child("permissions") is not YamlMappingNode)
            .Select(job => new Place((job.Node.Child("permissions")?.Line()) ?? job.Line, $"The job {job.Id} does not name its permissions one by one."))),
        new("write-permission", file =>
            from job in file.Jobs
            from scope in job.Node.Child("permissions").Entries()
            where scope.Value.Text() is not ("read" or "none")
                && !(s_writable.TryGetValue(scope.Key, out var allowed) && allowed(file, job))
            select new Place(scope.Line, $"The job {job.Id} has no known reason for {scope.Key}: {scope.Value.Text()} where it stands.")),
        new("undocumented-permissions", file =>
            from job in file.Jobs
            from scope in job.Node.Child("permissions").Entries()
            where string.IsNullOrEmpty(file.CommentIn(scope.Line))
            select new Place(scope.Line, $"The job {job.Id} does not say why it needs {scope.Key}.")),
    ];

    private static bool Releases(WorkflowFile file, WorkflowJob job) => job.HasEnvironment && !file.StartsOnPullRequests;
}
