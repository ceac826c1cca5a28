using YamlDotNet.RepresentationModel;

namespace Slipway.Tests.Workflows.Security;

/// <summary>What starts a workflow, and what may stop it.</summary>
internal static class TriggerRules
{
    public static IReadOnlyList<SecurityRule> All { get; } =
    [
        new("dangerous-triggers", file =>
            from trigger in file.Triggers
            where trigger.Name == "pull_request_target" || (trigger.Name == "workflow_run" && file.Jobs.Any(ChecksOutForStrangers))
            select new Place(trigger.Line, $"{trigger.Name} runs with this repository's rights on what somebody else has sent.")),
        new("concurrency-limits", file => string.IsNullOrEmpty(Group(file.Root.Child("concurrency")))
            ? [new Place(file.Root.Child("concurrency")?.Line() ?? 1, "The workflow has no concurrency group: its runs can overtake each other.")]
            : []),
        new("cancelled-release", file => file.StartsOnTags
            ? file.Jobs.Select(job => job.Node).Prepend(file.Root)
                .Select(node => node.Child("concurrency").Child("cancel-in-progress")).OfType<YamlScalarNode>()
                .Where(cancel => cancel.Value != "false")
                .Select(cancel => new Place(cancel.Line(), "A release that is half made must not be cancelled."))
            : []),
    ];

    // A push to the default branch is made by those who may write it; without a ref, that branch is what is checked out.
    private static bool ChecksOutForStrangers(WorkflowJob job) => job.Steps.Any(step => Fetches(step)
        || (step.Action == "actions/checkout" && (!IsForPushes(job) || step.With.Child("ref") is not null || step.With.Child("repository") is not null)));

    private static bool Fetches(WorkflowStep step) => step.Run.Lines().Any(line =>
        line.Text.Contains("git clone", StringComparison.Ordinal) || line.Text.Contains("git fetch", StringComparison.Ordinal));

    private static bool IsForPushes(WorkflowJob job) =>
        job.Node.Child("if").Text() is { } condition
        && !condition.Contains("||", StringComparison.Ordinal)
        && condition.Contains("github.event.workflow_run.event == 'push' && github.event.workflow_run.head_branch == github.event.repository.default_branch", StringComparison.Ordinal);

    private static string? Group(YamlNode? concurrency) => (concurrency is YamlScalarNode ? concurrency : concurrency.Child("group")).Text();
}
