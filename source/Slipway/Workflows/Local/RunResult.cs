namespace Slipway.Workflows.Local;

/// <summary>How a job, a leg or a step ended.</summary>
public enum RunResult
{
    Success,
    Failure,
    Cancelled,
    Skipped,

    /// <summary>It needs another machine, or something that only GitHub has.</summary>
    NotRunHere,

    /// <summary>It waits for a person's word.</summary>
    AwaitsApproval,
}
