namespace Nuke.Common.Execution;

/// <summary>Where a target stands in this run.</summary>
public enum ExecutionStatus
{
    None,
    Scheduled,
    NotRun,
    Skipped,
    Succeeded,
    Failed,
    Running,
    Aborted,

    /// <summary>Done, and had no action of its own.</summary>
    Collective,
}
