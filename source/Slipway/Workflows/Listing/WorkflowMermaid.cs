using System.Globalization;
using System.Text;

namespace Slipway.Workflows;

/// <summary>A workflow's jobs as a graph that Markdown shows.</summary>
public static class WorkflowMermaid
{
    /// <summary>A page with the graphs of all workflows.</summary>
    public static string WritePage(IEnumerable<Workflow> workflows) =>
        "<!-- Made from the attributes of the build class by ./build.sh GenerateWorkflows. -->\n\n# The workflows\n"
        + string.Concat(workflows.Select(workflow => $"\n## {workflow.Name}\n\n{Write(workflow)}"));

    public static string Write(Workflow workflow)
    {
        var text = new StringBuilder("```mermaid\nflowchart LR\n");
        foreach (var job in workflow.Jobs)
            text.Append(CultureInfo.InvariantCulture, $"  {job.Id}{Shape(job)}\n");
        foreach (var job in workflow.Jobs)
        {
            // What always runs hangs on the others less firmly.
            var arrow = job.Condition == null ? "-->" : "-.->";
            foreach (var need in job.Needs)
                text.Append(CultureInfo.InvariantCulture, $"  {need} {arrow} {job.Id}\n");
        }

        return text.Append("```\n").ToString();
    }

    private static string Shape(Job job)
    {
        var label = job.Matrix.IsEmpty ? job.Id : $"{job.Id} × {job.Matrix.Length.ToString(CultureInfo.InvariantCulture)}";
        return job.Environment == null ? $"[\"{label}\"]" : $"{{{{\"{label}<br>environment {job.Environment}\"}}}}";
    }
}
