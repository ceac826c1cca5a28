namespace Slipway.Workflows.Local.Running;

/// <summary>How a step ended, and what it hands on.</summary>
internal sealed record StepEnd(RunResult Outcome, string? Reason = null, IReadOnlyList<KeyValuePair<string, string>>? Outputs = null)
{
    public static StepEnd Success { get; } = new(RunResult.Success);

    public static StepEnd Failure(string reason) => new(RunResult.Failure, reason);
}
