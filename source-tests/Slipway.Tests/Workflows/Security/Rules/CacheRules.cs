using YamlDotNet.RepresentationModel;

namespace Slipway.Tests.Workflows.Security;

/// <summary>What is published is made from the sources alone, not from what an earlier run has left.</summary>
internal static class CacheRules
{
    public static IReadOnlyList<SecurityRule> All { get; } =
    [
        new("cache-poisoning", file =>
            from job in file.Jobs
            where file.StartsOnTags || job.Publishes
            from step in job.Steps
            where IsCache(step)
            select new Place(step.Uses!.Line(), $"{step.Action} restores into the job {job.Id}, which publishes, what another run has stored.")),
    ];

    private static bool IsCache(WorkflowStep step) => step.Action switch
    {
        "Swatinem/rust-cache" or "actions/cache" or "actions/cache/restore" or "actions/cache/save" => true,
        var action => action.Split('/').Last().StartsWith("setup-", StringComparison.Ordinal)
            && step.With.Child("cache") is YamlScalarNode { Value: not ("false" or "") },
    };
}
