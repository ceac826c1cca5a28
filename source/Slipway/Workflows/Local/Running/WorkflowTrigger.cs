using System.IO.Enumeration;
using Slipway.Workflows.Local.Reading;

namespace Slipway.Workflows.Local.Running;

/// <summary>What the workflow is told has happened.</summary>
/// <param name="RefType">branch or tag.</param>
internal sealed record WorkflowTrigger(string Event, string Ref, string RefName, string RefType, string HeadRef = "", string BaseRef = "")
{
    private static readonly string[] Preferred = ["push", "workflow_dispatch", "pull_request", "schedule"];

    public bool IsDispatch => Event == "workflow_dispatch";

    /// <exception cref="SlipwayException">The workflow does not wait for that event, or does not take these inputs.</exception>
    public static WorkflowTrigger Choose(WorkflowFile workflow, WorkflowRunOptions options, RepositoryFacts repository, ICollection<string> notes)
    {
        var name = ChooseEvent(workflow, options);
        if (options.Inputs.Keys.FirstOrDefault(input => workflow.Inputs.All(known => known.Name != input)) is { } unknown)
        {
            throw new SlipwayException(
                ErrorKind.Configuration,
                $"The workflow {workflow.Id} has no input {unknown}.",
                workflow.Inputs.Length == 0 ? "It has no inputs." : $"There are {string.Join(", ", workflow.Inputs.Select(known => known.Name))}.");
        }

        var branch = repository.Branch ?? repository.DefaultBranch;
        if (name is "pull_request" or "pull_request_target")
        {
            // Zero is no pull request on GitHub: what is said to it reaches nobody.
            return name == "pull_request"
                ? new WorkflowTrigger(name, "refs/pull/0/merge", "0/merge", "branch", branch, repository.DefaultBranch)
                : new WorkflowTrigger(name, $"refs/heads/{repository.DefaultBranch}", repository.DefaultBranch, "branch", branch, repository.DefaultBranch);
        }

        if (name == "push" && workflow.PushesOnlyTags.Length > 0)
        {
            var tag = repository.Tags.FirstOrDefault(tag => Matches(tag, workflow.PushesOnlyTags));
            if (tag != null)
                return new WorkflowTrigger(name, $"refs/tags/{tag}", tag, "tag");
            notes.Add($"It waits for pushes of tags ({string.Join(", ", workflow.PushesOnlyTags)}), and no such tag stands at this commit: it runs as for the branch {branch}.");
        }

        return new WorkflowTrigger(name, $"refs/heads/{branch}", branch, "branch");
    }

    private static string ChooseEvent(WorkflowFile workflow, WorkflowRunOptions options)
    {
        if (options.Event is not { } wanted)
        {
            if (options.Inputs.Count > 0 && workflow.Triggers.Contains("workflow_dispatch"))
                return "workflow_dispatch";
            return Preferred.FirstOrDefault(name => workflow.Triggers.Contains(name)) ?? workflow.Triggers.FirstOrDefault() ?? "workflow_dispatch";
        }

        return workflow.Triggers.Contains(wanted)
            ? wanted
            : throw new SlipwayException(
                ErrorKind.Configuration,
                $"The workflow {workflow.Id} does not wait for the event {wanted}.",
                $"It waits for {string.Join(", ", workflow.Triggers)}.");
    }

    // Patterns are tried in order, and the last that fits decides.
    private static bool Matches(string tag, IEnumerable<string> patterns) => patterns.Aggregate(false, (matches, pattern) =>
        pattern.StartsWith('!')
            ? matches && !FileSystemName.MatchesSimpleExpression(pattern.AsSpan(1), tag, ignoreCase: false)
            : matches || FileSystemName.MatchesSimpleExpression(pattern, tag, ignoreCase: false));
}
