namespace Slipway.Tests.Workflows.Security;

/// <summary>What every job and every checkout says of itself.</summary>
internal static class JobRules
{
    public static IReadOnlyList<SecurityRule> All { get; } =
    [
        new("artipacked", file => file.Steps
            .Where(step => step.Action == "actions/checkout" && step.With.Child("persist-credentials").Text() != "false")
            .Select(step => new Place(step.Uses!.Line(), "The checkout leaves its token in .git/config; set persist-credentials: false."))),
        // A job that calls a workflow cannot have one: the called jobs have theirs.
        new("timeout", file => file.Jobs
            .Where(job => job.Node.Child("timeout-minutes") is null && job.Node.Child("uses") is null)
            .Select(job => new Place(job.Line, $"The job {job.Id} has no timeout-minutes and may run for six hours."))),
    ];
}
