using System.Collections.Immutable;

namespace Slipway.Workflows.Local;

/// <summary>What became of a workflow.</summary>
/// <param name="MissingSecrets">The secrets that it asks for and this machine's environment has not; they were empty.</param>
/// <param name="Notes">What a reader should know besides.</param>
public sealed record WorkflowReport(
    string Workflow,
    string Event,
    string Ref,
    ImmutableArray<JobReport> Jobs,
    ImmutableArray<string> MissingSecrets,
    ImmutableArray<string> Notes,
    TimeSpan Duration)
{
    /// <summary>Whether no job that was performed has failed.</summary>
    public bool Succeeded => Jobs.All(job => job.Result is not (RunResult.Failure or RunResult.Cancelled));

    /// <summary>Whether any job was performed at all.</summary>
    public bool HasRun => Legs.Any(leg => leg.Result is RunResult.Success or RunResult.Failure or RunResult.Cancelled);

    public IEnumerable<LegReport> Legs => Jobs.SelectMany(job => job.Legs);

    /// <summary>The legs that need another machine; each says which.</summary>
    public IEnumerable<LegReport> NotRunHere => Legs.Where(leg => leg.Result == RunResult.NotRunHere);
}
