namespace Slipway.Workflows;

/// <summary>
/// A workflow that starts after another has the rights of the default branch, whoever started the other. So all it may
/// do is to show a report, or to tell how that branch itself fares.
/// </summary>
internal static class FollowingChecks
{
    private const string Code = "WF021";

    public static IEnumerable<WorkflowDiagnostic> Run(IReadOnlyList<WorkflowDeclaration> declarations)
    {
        foreach (var workflow in declarations.Where(workflow => workflow.After != null))
        {
            var first = declarations.FirstOrDefault(other => other.Name == workflow.After && other.After == null);
            if (first == null)
            {
                var guess = Spelling.DidYouMean(workflow.After!, declarations.Where(other => other.After == null).Select(other => other.Name));
                yield return WorkflowDiagnostic.Error(Code, workflow.Name, $"there is no workflow {workflow.After} that it could start after.{guess}", "Set After to the name of another workflow.");
            }
            else if (!first.PullRequests)
            {
                yield return WorkflowDiagnostic.Error(Code, workflow.Name, $"it shows reports of pull requests, which do not start {first.Name}.", $"Set PullRequests = true for {first.Name}, or take this workflow out.");
            }

            if (!TriggerPlanner.Plan(workflow with { After = null }).AreEmpty)
                yield return WorkflowDiagnostic.Error(Code, workflow.Name, "it starts after another, and by other events, too.", "Make two workflows of it.");
        }
    }

    public static IEnumerable<WorkflowDiagnostic> Run(WorkflowDeclaration workflow, IEnumerable<JobDraft> jobs)
    {
        foreach (var job in jobs)
        {
            if (workflow.After == null && job.Has(Capability.ForkReport))
            {
                yield return WorkflowDiagnostic.Error(
                    Code,
                    job.Target.Name,
                    $"its job shows what a run has left, and {workflow.Name} does not start after one.",
                    "Move it to a workflow of its own: [Workflow(\"comment\", …, After = \"ci\")].");
            }
            else if (workflow.After != null && !TellsOfBranch(job) && (job.RunsTargets || job.Secrets.Count > 0 || job.Target.Uses is not [{ Capability: Capability.ForkReport }]))
            {
                yield return WorkflowDiagnostic.Error(
                    Code,
                    job.Target.Name,
                    $"its job in {workflow.Name} does more than to show a report, with this repository's rights, after a run that strangers can start.",
                    "Leave it [Uses(Capability.ForkReport)] only, and no Executes, Requires or other targets.");
            }
        }
    }

    // Its condition lets no run through that others than the repository's own writers can start, and nothing of that run is
    // checked out or executed. All it may change is issues.
    private static bool TellsOfBranch(JobDraft job) => job.Target.IsAssured
        && job.Target.Uses.All(uses => uses.Capability is Capability.WriteIssues or Capability.ReadRuns);
}
