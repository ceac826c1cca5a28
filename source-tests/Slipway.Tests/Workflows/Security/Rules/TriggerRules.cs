using YamlDotNet.RepresentationModel;

namespace Slipway.Tests.Workflows.Security;

/// <summary>What starts a workflow, and what may stop it.</summary>
internal static class TriggerRules
{
    public static IReadOnlyList<SecurityRule> All { get; } =
    [
        new("dangerous-triggers", file =>
            from trigger in file.Triggers
            where trigger.Name == "pull_request_target" || (trigger.Name == "workflow_run" && ChecksOut(file))
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

    private static bool ChecksOut(WorkflowFile file) => file.Steps.Any(step => step.Action == "actions/checkout"
        || step.Run.Lines().Any(line => line.Text.Contains("git clone", StringComparison.Ordinal)
            || line.Text.Contains("git fetch", StringComparison.Ordinal)));

    private static string? Group(YamlNode? concurrency) => (concurrency is YamlScalarNode ? concurrency : concurrency.Child("group")).Text();
}
