namespace Slipway.Workflows;

/// <summary>When a workflow runs, and how its runs follow each other.</summary>
internal static class TriggerPlanner
{
    public static Triggers Plan(WorkflowDeclaration workflow)
    {
        var pushes = workflow.PushBranches.Length + workflow.PushTags.Length > 0;
        return new Triggers(
            pushes ? new PushTrigger(workflow.PushBranches, workflow.PushTags, workflow.Paths) : null,
            workflow.PullRequests ? new PullRequestTrigger(workflow.PullRequestBranches, workflow.Paths) : null,
            workflow.Schedules,
            workflow.Dispatch ? new DispatchTrigger([.. workflow.Inputs.Select(Input)]) : null)
        {
            After = workflow.After,
        };
    }

    public static Concurrency Concurrency(WorkflowDeclaration workflow, IEnumerable<DispatchInput> inputs)
    {
        if (!workflow.PushTags.IsEmpty)
        {
            // One release of a tag at a time, whoever started it; never cut off in the middle.
            var tag = inputs.FirstOrDefault(input => input.Parameter == workflow.TagInput);
            var group = tag == null ? Expression.RefName : Expression.Input(tag.Name).Or(Expression.RefName);
            return new Concurrency(WorkflowText.Join(workflow.Name, "-", group), CancelsInProgress: false);
        }

        // The report of a newer run comes after that of the older.
        if (workflow.After != null)
            return new Concurrency(WorkflowText.Join(workflow.Name, "-", Expression.EndedBranch), CancelsInProgress: false);

        // A newer push to a pull request takes the place of the older; each commit of a branch keeps its own verdict.
        if (workflow.PullRequests)
            return new Concurrency(WorkflowText.Join(workflow.Name, "-", Expression.PullRequestNumber.Or(Expression.Sha)), workflow.CancelSuperseded);
        return workflow.PushBranches.IsEmpty
            ? new Concurrency(workflow.Name, workflow.CancelSuperseded)
            : new Concurrency(WorkflowText.Join(workflow.Name, "-", Expression.Ref), workflow.CancelSuperseded);
    }

    private static DispatchInput Input(InputDeclaration input) => new(
        input.Name,
        input.Parameter?.Description,
        input.Parameter?.Type ?? DispatchInputType.String,
        input.Parameter?.IsRequired ?? false,
        input.Parameter?.Values ?? []);
}
