using Nuke.Common;
using Serilog;
using Slipway.Workflows;

namespace Slipway.Components;

/// <summary>Brings <c>ListWorkflows</c>: jobs, what they need, and what they may do.</summary>
public interface IListWorkflows : IHazWorkflows
{
    [Parameter("Lists workflows as graphs in Markdown")]
    bool Mermaid => TryGetValue<bool?>(() => Mermaid) ?? false;

    Target ListWorkflows => _ => _
        .Description("Shows jobs, needs, permissions and secrets of the workflows")
        .Executes(() => this.Explain(() =>
        {
            var plan = WorkflowSet.Of(this).Plan;
            PlanLog.Warn(plan);
            var text = Mermaid ? WorkflowMermaid.WritePage(plan.Workflows) : WorkflowTable.Write(plan.Workflows);
            Log.Information("The workflows\n{Workflows:l}", text.TrimEnd());
        }));
}
