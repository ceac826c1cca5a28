namespace Slipway.Workflows;

/// <summary>Workflows as a table for people: jobs, where they run, what they need and what they may do.</summary>
public static class WorkflowTable
{
    private static readonly string[] Header = ["workflow", "job", "runs on", "needs", "permissions", "secrets", "environment"];

    public static string Write(IEnumerable<Workflow> workflows)
    {
        List<string[]> rows = [Header, .. workflows.SelectMany(workflow => workflow.Jobs.Select(job => Row(workflow, job)))];
        var widths = Header.Select((_, column) => rows.Max(row => row[column].Length)).ToArray();
        return string.Concat(rows.Select(row =>
            string.Join("  ", row.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd() + "\n"));
    }

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
