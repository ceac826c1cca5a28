namespace Slipway.Workflows;

/// <summary>Workflows as a table for people: jobs, where they run, what they need and what they may do.</summary>
public static class WorkflowTable
{
    private static readonly string[] Header = ["workflow", "job", "runs on", "needs", "permissions", "secrets", "environment"];

    public static string Write(IEnumerable<Workflow> workflows) =>
        string.Concat(PlainTable.Lines([Header, .. workflows.SelectMany(workflow => workflow.Jobs.Select(job => Row(workflow, job)))]).Select(line => line + "\n"));

    private static string[] Row(Workflow workflow, Job job) =>
    [
        workflow.Name,
        job.Id,
        job.Matrix.IsEmpty ? job.RunsOn.Value : string.Join(' ', job.Matrix.Select(leg => leg.Runner)),
        string.Join(' ', job.Needs),
        string.Join(' ', job.Permissions.Select(grant => $"{grant.Scope}:{grant.Access}")),
        string.Join(' ', job.Secrets),
        job.Environment ?? "",
    ];
}
